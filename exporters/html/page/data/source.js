// Where the graph comes from: out of the page itself, as JSON or compressed, or from the server that shows the page.

async function unpack(base64) {
  if (typeof DecompressionStream === "undefined") throw new Error("this browser is too old to unpack the page's data; a newer one will show it");
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}

// Corrections as `gainsay serve` keeps them. Each writer tells which version it changes; who comes too late gets the new
// text and tries again with it. A page's own changes wait for each other.
function remoteCorrections(address, token) {
  let version = "";
  let known = [];
  let last = Promise.resolve();
  const take = async (answer) => {
    version = answer.headers.get("ETag");
    known = (await answer.text()).split("\n").map((line) => line.trimEnd()).filter(Boolean);
    return known;
  };
  const post = async (change) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const body = change(known).map((line) => `${line}\n`).join("");
      const answer = await fetch(address, { method: "POST", body, headers: { "Content-Type": "text/plain", "X-Gainsay-Token": token, "If-Match": version } });
      if (!answer.ok && answer.status !== 409) throw new Error((await answer.text()).trim());
      await take(answer);
      if (answer.ok) return known;
    }
    throw new Error("somebody else changes the file all the time");
  };
  return {
    async read() {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(await answer.text());
      return take(answer);
    },
    // `change` makes new lines of the ones that the server has; gives back what is there now.
    write(change) {
      const turn = last.then(() => post(change));
      last = turn.catch(() => {});
      return turn;
    },
  };
}

// {data, remote}: the graph's columns, and the server's corrections or null.
export async function readSource() {
  const block = document.getElementById("data");
  const content = JSON.parse(block.textContent);
  block.remove();
  if (content.gzip) return { data: await unpack(content.gzip), remote: null };
  if (!content.api) return { data: content, remote: null };
  const answer = await fetch(`${content.api}data`);
  if (!answer.ok) throw new Error(await answer.text());
  return { data: await answer.json(), remote: remoteCorrections(`${content.api}corrections`, content.token) };
}
