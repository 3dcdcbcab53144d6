// The licences of what the product uses must let it be MIT. Usage: node scripts/licences.mjs (after npm ci and dotnet restore)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const permises = /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|0BSD|PostgreSQL|Unlicense|CC0-1\.0|MS-PL|MPL-2\.0|BlueOak-1\.0\.0|Python-2\.0)$/;
const admise = (l) => l.replace(/[()]/g, '').split(/ OR /).some((p) => p.split(/ AND /).every((x) => permises.test(x.trim())));
// Packages that give a file or an address instead of an identifier, read by a person.
const lues = new Map([
  ['FSharp.Core', 'MIT'], ['System.IO.Packaging', 'MIT'], ['DocumentFormat.OpenXml', 'MIT'], ['xunit.analyzers', 'Apache-2.0'],
]);
let refus = 0;
const refuser = (nom, licence) => { console.log(`${nom}: ${licence}`); refus++; };

const verrou = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [chemin, paquet] of Object.entries(verrou.packages)) {
  if (chemin && !admise(paquet.license ?? 'inconnue')) refuser(chemin, paquet.license);
}

const racine = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const vus = new Set();
for (const projet of ['src', 'tests'].flatMap((d) => readdirSync(d, { recursive: true }).filter((f) => f.endsWith('project.assets.json')).map((f) => join(d, f)))) {
  for (const [cle, paquet] of Object.entries(JSON.parse(readFileSync(projet, 'utf8')).libraries)) {
    if (paquet.type !== 'package' || vus.has(cle)) continue;
    vus.add(cle);
    const [nom, version] = cle.split('/');
    const nuspec = join(racine, nom.toLowerCase(), version.toLowerCase(), `${nom.toLowerCase()}.nuspec`);
    if (!existsSync(nuspec)) continue;
    const texte = readFileSync(nuspec, 'utf8');
    const licence = texte.match(/<license type="expression">([^<]+)</)?.[1] ?? lues.get(nom) ?? (/<license type="file">/.test(texte) ? 'file' : texte.match(/<licenseUrl>([^<]+)</)?.[1] ?? 'inconnue');
    const deMicrosoft = /^(Microsoft|System)\./.test(nom) && /(file|go\.microsoft\.com|dotnet\/)/.test(licence);
    if (!admise(licence) && !deMicrosoft) refuser(cle, licence);
  }
}
process.exit(refus ? 1 : 0);
