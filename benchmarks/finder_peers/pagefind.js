/* Asks Pagefind in a page of its own site; evaluated by the benchmark in Chromium. */
async ({ questions, first }) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const found = [];
  const times = [];
  for (const query of questions) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, first).map((result) => result.data()));
    times.push(performance.now() - start);
    found.push(shown.map(({ meta }) => meta.ref));
  }
  return { found, times };
};
