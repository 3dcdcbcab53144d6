/**
 * The service worker, on devices where work without network was activated. It keeps the shell and its files, named by their version, and nothing else of the
 * site: never a page, since a page says something of somebody. /service.js says the version and the files.
 */
const { version, fichiers } = self.faireavec;
const prefixe = "faireavec-";
const nom = prefixe + version;
const [coquille] = fichiers;

/** How long a page may take before the shell is shown in its place. */
const delai = 3000;

/** Addresses that somebody chose to wait for. */
const attendues = new Set();

self.addEventListener("install", (evenement) => {
  evenement.waitUntil(
    (async () => {
      const cache = await caches.open(nom);
      await Promise.all(
        fichiers.map(async (fichier) => {
          // Without the cookie: what is kept is the same for everybody, whoever is signed in.
          const reponse = await fetch(new Request(fichier, { credentials: "omit", cache: "reload" }));
          if (!reponse.ok || reponse.redirected) {
            throw new Error(`${fichier}: ${reponse.status}`);
          }
          await cache.put(fichier, reponse);
        }),
      );
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (evenement) => {
  evenement.waitUntil(
    (async () => {
      await Promise.all((await caches.keys()).filter((cle) => cle.startsWith(prefixe) && cle !== nom).map((cle) => caches.delete(cle)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (evenement) => {
  if (typeof evenement.data?.attendre === "string") {
    attendues.add(evenement.data.attendre);
    evenement.ports[0]?.postMessage("attendue");
  }
});

self.addEventListener("fetch", (evenement) => {
  const { request } = evenement;
  const url = new URL(request.url);
  // A form that is sent, another site: not ours to answer.
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    evenement.respondWith(naviguer(request, url));
  } else if (fichiers.includes(url.pathname + url.search)) {
    evenement.respondWith(garde(url.pathname + url.search).then((reponse) => reponse ?? fetch(request)));
  }
});

const garde = (adresse) => caches.match(adresse, { cacheName: nom, ignoreVary: true });

async function naviguer(request, url) {
  const reseau = fetch(request).catch(() => null);
  // A file takes the time that it takes.
  const patience = attendues.delete(url.href) || /\.[a-z]{2,5}$/.test(url.pathname);
  const reponse = patience ? await reseau : await Promise.race([reseau, new Promise((finir) => setTimeout(finir, delai, null))]);
  // The site that is stopped for a moment isn't an answer either, for its own shell.
  if (reponse && !(url.pathname === coquille && reponse.status >= 502)) {
    return reponse;
  }
  const gardee = await garde(coquille);
  if (!gardee) {
    return (await reseau) ?? Response.error();
  }
  // Nobody reads what comes too late: left open, it would hold back the next request for the same page.
  reseau.then((tardive) => tardive?.body?.cancel()).catch(() => {});
  return gardee;
}
