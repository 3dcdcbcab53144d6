// Regenerates differentiel.json: what the npm package "opening_hours" answers for the real strings of horaires-reels.csv and for generated ones.
// The package (LGPL) is not part of this repository: only its answers are kept, as reference values for DifferentielTests. To run:
//   npm install --no-save opening_hours@3.15.0     in any folder, then
//   NODE_PATH=<that folder>/node_modules node differentiel.mjs [number of generated strings] [output file] [seed] [complet]
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

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
];
const contextesReels = [0, 1, 2, 3];
const contextesGeneres = [0, 3, 4, 5, 6, 7];

// --- Generated strings: same seed, same strings.
let graine = Number(process.argv[4] ?? 20250505);
const hasard = n => {
  graine = (Math.imul(graine, 1664525) + 1013904223) >>> 0;
  return Math.floor((graine / 4294967296) * n);
};
const un = liste => liste[hasard(liste.length)];
const chance = pourcent => hasard(100) < pourcent;
const deux = n => String(n).padStart(2, '0');
const plusieurs = (f, max, lien = ',') => Array.from({ length: 1 + hasard(max) }, f).join(lien);

const jours = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const mois = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const heure = max => `${deux(hasard(max))}:${deux(un([0, 0, 0, 15, 30, 45, 59]))}`;
const plage = () => {
  const r = hasard(20);
  if (r === 0) return `${heure(24)}+`;
  if (r === 1) return `${heure(24)}-${heure(24)}+`;
  if (r === 2) return `${hasard(24)}-${1 + hasard(24)}`;
  if (r === 3) return `${heure(24)}-${24 + hasard(24)}:00`;
  if (r < 9) return `${heure(24)}-${heure(24)}`;
  const debut = hasard(22);
  return `${deux(debut)}:${un(['00', '30'])}-${deux(debut + 1 + hasard(23 - debut))}:${un(['00', '30', '15'])}`;
};
const rangs = () => un(['[1]', '[2]', '[5]', '[-1]', '[-2]', '[1,3]', '[1-2]', '[2-4]', '[1,-1]', '[1] +1 day', '[-1] -1 day', '[1] +2 days', '[1] -3 days', '[-1] +6 days']);
const jour = () => {
  const r = hasard(12);
  if (r < 5) return un(jours);
  if (r < 9) return `${un(jours)}-${un(jours)}`;
  if (r === 9) return `${un(jours)}${rangs()}`;
  if (r === 10) return 'PH';
  return un(['PH', 'PH +1 day', 'PH -1 day', un(jours)]);
};
const date = () => {
  const m = un(mois);
  switch (hasard(12)) {
    case 0: case 1: return m;
    case 2: case 3: return `${m}-${un(mois)}`;
    case 4: return `${m} ${1 + hasard(31)}`;
    case 5: { const d = 1 + hasard(20); return `${m} ${d}-${d + 1 + hasard(10)}`; }
    case 6: return `${m} ${1 + hasard(28)}-${un(mois)} ${1 + hasard(29)}`;
    case 7: return `${m} ${plusieurs(() => 1 + hasard(29), 3)}`;
    case 8: return un(['Dec 20-Jan 5', 'Dec 24-26', 'Dec 31-Jan 1', 'Mar 25-Apr 3', 'Feb 28-Mar 1', 'Feb 29', 'Oct 20-31']);
    case 9: return `${2025 + hasard(4)} ${m} ${1 + hasard(28)}`;
    case 10: { const a = 2025 + hasard(3); return `${a} ${m} ${1 + hasard(28)}-${a + hasard(2)} ${un(mois)} ${1 + hasard(28)}`; }
    default: return `${m} ${1 + hasard(9)}-${10 + hasard(18)}/${1 + hasard(4)}`;
  }
};
const annee = () => un(['2025', '2026', '2025-2026', '2026+', '2025,2027', '2024-2030/2', '2025-2029/3', '2028']);
const semaine = () => un(['1', '2-52/2', '1-53/2', '19', '19,43', '10-20', '53', '40-53', '1-9', '1-53/3', '51-53,1', '13']);
const commentaire = () => un(['"sur rendez-vous"', '"congés"', '"a"', '" b "']);
const etat = () => {
  const r = hasard(20);
  if (r < 9) return '';
  if (r < 12) return ' off';
  if (r < 13) return ` off ${commentaire()}`;
  if (r < 14) return ' closed';
  if (r < 15) return ' open';
  if (r < 16) return ` open ${commentaire()}`;
  if (r < 17) return ' unknown';
  if (r < 18) return ` unknown ${commentaire()}`;
  return ` ${commentaire()}`;
};
const regle = () => {
  if (chance(3)) return `24/7${etat()}`;
  let t = '';
  if (chance(6)) t += `${annee()} `;
  if (chance(18)) t += `${plusieurs(date, chance(70) ? 1 : 3)} `;
  if (chance(8)) t += `week ${semaine()} `;
  if (t !== '' && chance(20)) t = `${t.trim()}: `;
  if (chance(4)) t += 'PH ';
  if (chance(75)) t += `${plusieurs(jour, 3)} `;
  if (chance(88)) t += plusieurs(plage, 3);
  return t.trim() + etat();
};
const simple = () => {
  const h = () => { const d = 7 + hasard(12); return `${deux(d)}:00-${deux(d + 1 + hasard(5))}:${un(['00', '30'])}`; };
  return `${plusieurs(() => (chance(50) ? un(jours) : `${un(jours)}-${un(jours)}`), 2)} ${plusieurs(h, 2)}`;
};
const lien = () => un(['; ', '; ', '; ', ';', ', ', ', ', ' || ']);
const phrase = f => { let t = f(); for (let n = hasard(4); n > 0; n--) t += lien() + f(); return t; };
// Damage: what people and copy-paste do to a right string. Most become wrong; what is then accepted must still mean the same.
const abimer = t => {
  const i = hasard(t.length + 1);
  switch (hasard(8)) {
    case 0: return t.slice(0, i) + t.slice(i + 1);
    case 1: return t.slice(0, i) + un([...' ,;:-+/|[]"h.0129aMPH—→à']) + t.slice(i);
    case 2: return t.toLowerCase();
    case 3: return t.toUpperCase();
    case 4: return t.replaceAll('-', un([' - ', '–', '→', ' à ', '—', '\u00a0-\u00a0']));
    case 5: return t.replaceAll(/\b0(\d:)/g, '$1').replaceAll(' ', '  ');
    case 6: return t.replaceAll(':', un(['.', ' : ', 'h', ''])).replaceAll(',', un([', ', ' et ', ' & ']));
    default: {
      const noms = un([['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'], ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'],
        ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
        ['Mon', 'Tue', 'Wed', 'Thur', 'Fri', 'Sat', 'Sun']]);
      return t.replaceAll(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, j => noms[jours.indexOf(j)]);
    }
  }
};

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
    let c = (texte ?? '').trim();
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
const nombre = Number(process.argv[2] ?? 4000);
const generes = new Set();
while (generes.size < nombre) {
  const t = phrase(chance(35) ? simple : regle);
  generes.add(t.length <= 200 ? (chance(30) ? abimer(t) : t) : 'Mo-Fr 09:00-12:00');
}

const console_ = { warn: console.warn, error: console.error };
console.warn = console.error = () => {};
const lignes = l => l.map(x => '    ' + JSON.stringify(x)).join(',\n');
const sortie = `{
  "source": "npm opening_hours 3.15.0",
  "contextes": [\n${lignes(contextes.map(({ departement, debut, jours }) => ({ departement, debut, jours })))}\n  ],
  "contextesReels": ${JSON.stringify(contextesReels)},
  "contextesGeneres": ${JSON.stringify(contextesGeneres)},
  "reels": [\n${lignes(reels.map(t => cas(t, contextesReels)))}\n  ],
  "generes": [\n${lignes([...generes].map(t => cas(t, contextesGeneres)))}\n  ]
}\n`;
Object.assign(console, console_);
writeFileSync(new URL(process.argv[3] ?? 'differentiel.json', import.meta.url), sortie);
