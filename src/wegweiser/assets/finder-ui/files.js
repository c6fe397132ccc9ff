/* The path of a file of the finder in; what it says out. */

async function json(path) {
  const answer = await fetch(`${settings.root}finder/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
