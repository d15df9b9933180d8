// The service worker: keeps the files of one version of the page, so that it opens without a network.

/* global VERSION, FILES */

const CACHE = `ftnotes-${VERSION}`;
const base = new URL(".", self.location.href);

async function verified(name) {
  const response = await fetch(new URL(name, base), { cache: "no-cache" });
  const body = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const sum = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sum !== FILES[name].sha256) throw new Error(`${name} is not the file that this version was built with`);
  return response;
}

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.keys(FILES).map(async (name) => {
      const response = await verified(name);
      await cache.put(new URL(name, base), response);
    }),
  );
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("ftnotes-") && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  if (url.href === base.href) url.pathname += "index.html";
  const kept = await (await caches.open(CACHE)).match(url);
  return kept ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(base.href)) event.respondWith(answer(request));
});
