// Regenerates differentiel.json: what the npm package "opening_hours" answers for the real strings of horaires-reels.csv and for generated ones.
// The package (LGPL) is not part of this repository: only its answers are kept, as reference values for DifferentielTests. To run:
//   npm install --no-save opening_hours@3.15.0     in any folder, then
//   NODE_PATH=<that folder>/node_modules node differentiel.mjs [number of generated strings] [output file] [seed] [complet]
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { engendrer } from './generateur.mjs';

const require = createRequire(import.meta.url);
const opening_hours = require('opening_hours');

// Where and when. "state" is the name under which the package knows the holidays of the département.
// Contexts 1 and 2 hold a clock change and are for real strings only. Known gaps of the package around it, kept out of the generated strings: a range
// that runs past midnight is repeated or cut for one hour, because it steps back 24 hours of elapsed time; a bound inside the hour that the clock skips
// moves to the hour that follows (ours moves to the end of the gap). Context 1 ends on the Sunday of the change for the first reason.
const contextes = [
  { departement: '75', debut: '2025-05-05', jours: 7, fuseau: 'Europe/Paris', state: 'Île-de-France' },
  { departement: '75', debut: '2025-03-17', jours: 14, fuseau: 'Europe/Paris', state: 'Île-de-France' },
  { departement: '67', debut: '2025-10-20', jours: 21, fuseau: 'Europe/Paris', state: 'Bas-Rhin' },
  { departement: '974', debut: '2026-12-14', jours: 35, fuseau: 'Indian/Reunion', state: 'La Réunion' },
  { departement: '57', debut: '2028-04-10', jours: 14, fuseau: 'Europe/Paris', state: 'Moselle' },
  { departement: '971', debut: '2028-02-21', jours: 21, fuseau: 'America/Guadeloupe', state: 'Guadeloupe' },
  { departement: '57', debut: '2025-10-27', jours: 14, fuseau: 'Europe/Paris', state: 'Moselle' },
  { departement: '987', debut: '2025-11-10', jours: 14, fuseau: 'Pacific/Tahiti', state: 'Polynésie française' },
  { departement: '976', debut: '2026-04-20', jours: 14, fuseau: 'Indian/Mayotte', state: 'Mayotte' },
  { departement: '988', debut: '2025-09-22', jours: 14, fuseau: 'Pacific/Noumea', state: 'Nouvelle-Calédonie' },
  { departement: '972', debut: '2025-05-19', jours: 14, fuseau: 'America/Martinique', state: 'Martinique' },
  { departement: '973', debut: '2025-06-09', jours: 14, fuseau: 'America/Cayenne', state: 'Guyane' },
  { departement: '75', debut: '2025-12-15', jours: 28, fuseau: 'Europe/Paris', state: 'Île-de-France' },
  { departement: '68', debut: '2026-12-14', jours: 28, fuseau: 'Europe/Paris', state: 'Haut-Rhin' },
  { departement: '975', debut: '2026-06-29', jours: 21, fuseau: 'America/Miquelon', state: 'Saint-Pierre-et-Miquelon' },
];
const contextesReels = [0, 1, 2, 3];
const contextesGeneres = [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

// --- What the package answers, in minutes elapsed since the start of the context: "540-720", "540-720?" when unknown, then the comment.
const feries = new Set();
function noter(contexte, t) {
  process.env.TZ = contexte.fuseau;
  const debut = new Date(`${contexte.debut}T00:00:00`);
  const fin = new Date(debut);
  fin.setDate(fin.getDate() + contexte.jours);
  const lieu = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: contexte.state } };
  const oh = new opening_hours(t, lieu, { locale: 'fr' });
  const minutes = d => Math.round((d - debut) / 60000);
  const intervalles = [];
  for (const [de, a, inconnu, texte] of oh.getOpenIntervals(debut, fin)) {
    // The package gives the name of the holiday as a comment to PH rules; the name is not compared.
    let c = texte ?? '';
    if (feries.has(c) || c.startsWith('Day after ') || c.startsWith('Day before ')) c = '';
    if (c.startsWith('Indiqué comme "open end"')) c = '@fin ouverte';
    const precedent = intervalles.at(-1);
    if (precedent && precedent.a === minutes(de) && precedent.inconnu === inconnu && precedent.c === c) precedent.a = minutes(a);
    else intervalles.push({ de: minutes(de), a: minutes(a), inconnu, c });
  }
  return intervalles.map(({ de, a, inconnu, c }) => `${de}-${a}${inconnu ? '?' : ''}${c && ' ' + c}`).join(';');
}

for (const c of contextes) {
  process.env.TZ = c.fuseau;
  const oh = new opening_hours('PH', { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: c.state } }, { locale: 'fr' });
  for (const [, , , nom] of oh.getOpenIntervals(new Date('2025-01-01T00:00:00'), new Date('2029-01-01T00:00:00'))) feries.add(nom);
}

// "r": the answer in the first context, for the eye. "h": hash of the answers in all contexts, to keep the file small. "r" is null when the package
// refuses the string. With the argument "complet", all the answers are written instead of the hash, to find where a difference lies.
const complet = process.argv[5] === 'complet';
function cas(t, quels) {
  try {
    const reponses = quels.map(i => noter(contextes[i], t));
    return complet ? { t, r: reponses } : { t, r: reponses[0], h: createHash('sha256').update(reponses.join('\n')).digest('hex').slice(0, 16) };
  } catch {
    return { t, r: null };
  }
}

const reels = readFileSync(new URL('horaires-reels.csv', import.meta.url), 'utf8').split('\n').slice(1).filter(l => l && !l.endsWith(',refus'))
  .map(l => { const t = l.slice(0, l.lastIndexOf(',')); return t.startsWith('"') ? t.slice(1, -1).replaceAll('""', '"') : t; });
const generes = engendrer(Number(process.argv[2] ?? 6000), Number(process.argv[4] ?? 20250505));

const console_ = { warn: console.warn, error: console.error };
console.warn = console.error = () => {};
const lignes = l => l.map(x => '    ' + JSON.stringify(x)).join(',\n');
const sortie = `{
  "source": "npm opening_hours 3.15.0",
  "contextes": [\n${lignes(contextes.map(({ departement, debut, jours }) => ({ departement, debut, jours })))}\n  ],
  "contextesReels": ${JSON.stringify(contextesReels)},
  "contextesGeneres": ${JSON.stringify(contextesGeneres)},
  "reels": [\n${lignes(reels.map(t => cas(t, contextesReels)))}\n  ],
  "generes": [\n${lignes(generes.map(t => cas(t, contextesGeneres)))}\n  ]
}\n`;
Object.assign(console, console_);
writeFileSync(new URL(process.argv[3] ?? 'differentiel.json', import.meta.url), sortie);
