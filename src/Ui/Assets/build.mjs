// Builds what browsers load, into src/Ui/wwwroot/ui. Run by `npm run build`; prints the weight of each file.
import { build as bundle, transform } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as sass from "sass";
import { enLogique } from "./logique.mjs";

const ici = dirname(fileURLToPath(import.meta.url));
const racine = join(ici, "../../..");
const modules = join(racine, "node_modules");
const sortie = join(ici, "../wwwroot/ui");

const police = join(modules, "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next");

await rm(sortie, { recursive: true, force: true });
await mkdir(join(sortie, "polices"), { recursive: true });

const feuille = sass.compile(join(ici, "theme/site.scss"), {
  style: "expanded",
  loadPaths: [modules],
  quietDeps: true,
  importers: [
    {
      findFileUrl: (url) => (url.startsWith("govuk-frontend/") ? pathToFileURL(join(modules, url)) : null),
    },
  ],
});
const intermediaire = join(sortie, "site.css");
await writeFile(intermediaire, enLogique(feuille.css));

const cibles = ["chrome80", "edge88", "firefox78", "safari14"];
await bundle({
  entryPoints: [intermediaire],
  outfile: intermediaire,
  allowOverwrite: true,
  minify: true,
  target: cibles,
  external: ["polices/*"],
  bundle: true,
  logLevel: "warning",
});

await bundle({
  entryPoints: [join(ici, "js/site.mjs"), join(ici, "js/carte.mjs")],
  outdir: sortie,
  bundle: true,
  format: "esm",
  minify: true,
  target: cibles,
  supported: { destructuring: true },
  nodePaths: [modules],
  external: ["/ui/*"],
  logLevel: "warning",
});

// Work without network: its own bundle, that the other pages don't load, and the service worker, a classic script that /service.js imports.
await bundle({
  entryPoints: { "hors-ligne": join(ici, "js/hors-ligne/app.mjs") },
  outdir: sortie,
  bundle: true,
  format: "esm",
  minify: true,
  target: cibles,
  supported: { destructuring: true },
  logLevel: "warning",
});
await bundle({
  entryPoints: { service: join(ici, "js/hors-ligne/service.mjs") },
  outdir: sortie,
  bundle: true,
  format: "iife",
  minify: true,
  target: cibles,
  supported: { destructuring: true },
  logLevel: "warning",
});

// Tiny, classic and blocking: a person who chose the dark theme must not see a white flash first.
await bundle({
  entryPoints: [join(ici, "js/theme-tot.js")],
  outdir: sortie,
  minify: true,
  target: cibles,
  logLevel: "warning",
});

// What other sites show in their pages. Classic, so that their pages load it from here without asking; its style goes inside, for the shadow root.
await bundle({
  entryPoints: [join(ici, "integration/recherche.mjs")],
  outfile: join(sortie, "recherche.js"),
  bundle: true,
  format: "iife",
  minify: true,
  target: cibles,
  supported: { destructuring: true },
  plugins: [
    {
      name: "feuille-en-texte",
      setup(b) {
        b.onLoad({ filter: /integration\.css$/ }, async ({ path }) => ({ contents: (await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: cibles })).code, loader: "text" }));
      },
    },
  ],
  logLevel: "warning",
});
await bundle({
  entryPoints: [join(ici, "integration/cadre.mjs"), join(ici, "integration/cadre.css")],
  outdir: sortie,
  bundle: true,
  format: "esm",
  minify: true,
  target: cibles,
  supported: { destructuring: true },
  external: ["polices/*"],
  logLevel: "warning",
});

// A font is asked for with its fingerprint, as pages ask for style sheets and scripts (asp-append-version): it is kept for a year, and the address changes with it.
const adresses = new Map();
for (const [nom, fichier] of [["atkinson-latin", "latin"], ["atkinson-latin-ext", "latin-ext"]]) {
  const copie = join(sortie, "polices", `${nom}.woff2`);
  await cp(`${police}-${fichier}-wght-normal.woff2`, copie);
  adresses.set(`polices/${nom}.woff2`, `polices/${nom}.woff2?v=${createHash("sha256").update(await readFile(copie)).digest("base64url")}`);
}
for (const feuille of ["site.css", "cadre.css"]) {
  const contenu = await readFile(join(sortie, feuille), "utf8");
  await writeFile(join(sortie, feuille), [...adresses].reduce((texte, [nue, versionnee]) => texte.replaceAll(nue, versionnee), contenu));
}
for (const image of ["favicon.svg", "favicon.ico", "icone-180.png", "icone-192.png", "icone-512.png"]) {
  await cp(join(ici, "images", image), join(sortie, image));
}

await mkdir(join(sortie, "leaflet"));
await cp(join(modules, "leaflet/dist/images"), join(sortie, "leaflet/images"), { recursive: true });
await bundle({
  entryPoints: [join(modules, "leaflet/dist/leaflet.css")],
  outfile: join(sortie, "leaflet/leaflet.css"),
  minify: true,
  external: ["images/*"],
  bundle: true,
  logLevel: "warning",
});

for (const nom of (await readdir(sortie)).filter((n) => /\.(css|js)$/.test(n))) {
  const contenu = await readFile(join(sortie, nom));
  const ko = (n) => (n / 1000).toFixed(1);
  console.log(`${nom}: ${ko(contenu.length)} kB, ${ko(gzipSync(contenu).length)} kB gzip, ${ko(brotliCompressSync(contenu).length)} kB brotli`);
}
