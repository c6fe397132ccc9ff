/* The path of a file of the finder in; what it says out. */

async function json(path) {
  if ("files" in settings) return said(path);
  const answer = await fetch(`${settings.root}finder/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** A page that is a file may load scripts, but no data; so on a stick each file of the finder is a script (bundle.py). */
function said(path) {
  return new Promise((resolve, reject) => {
    const script = make("script", { src: `${settings.root}finder/${path}.js` });
    script.onload = () => resolve(globalThis.WegweiserFiles[path]);
    script.onerror = () => reject(new Error(path));
    document.head.append(script);
  });
}
