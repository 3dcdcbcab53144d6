// Generates opening hours: all that the grammar holds, and what people and copy-paste do to it.
let graine = 1;

/** Starts the sequence again. */
export const semer = n => { graine = n; };
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
const douze = h => `${h % 12 === 0 ? 12 : h % 12}${h % 24 < 12 ? 'am' : 'pm'}`;
const plage = () => {
  if (chance(4)) return un(['12 pm-6pm', '12am-12pm', 'noon-6pm', '00:00-24:00', '00:00-00:00', '23:59-00:01', '24:00-26:00', '08:00-48:00', '08:00-48:01', '25:00-26:00', '12-12', '8am-12', '9-12h', '8 Uhr-12 Uhr',
    '9:00 – 17:00 Uhr', '08:00 - 12:00 and 14:00 - 18:00', '8:5-9', '08:00-12:00-14:00', '10:00', '08:00/12:00', '09:00-17:00/90', '9:00h-12:00h', '22-2', '0-24', '6:00 - 2:00', '09:00-12:00 / 14:00-18:00', '12:00 AM-1:00 PM', '9.30-12', '0930-1200', '9:00 bis 12:00', '18:00-open end']);
  if (chance(4)) return un(['9am-5pm', '10:30 am - 6 pm', '9-5pm', '8:00am-12:30pm', '14:00-midnight', '9:00-midday', '9 h - 12 h', '9.00-12.30', '9:00→17:00', '10:00 till 18:00', 'from 9:00 to 17:00']);
  if (chance(2)) { const d = hasard(20); return `${douze(d)}-${douze(d + 1 + hasard(23 - d))}`; }
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
  if (chance(5)) return un(['Mo[1]-We[1]', 'Mo-We[1]', 'We[-5]', 'We[5]', 'Su[0]', 'Mo[6]', 'Mo[1] -7 days', 'PH Mo', 'Mo PH', 'PH,SH', 'Mo +1 day', 'Mo-Fr -1 day', 'Su-Su', 'PH +7 days', 'PH -2 days', 'PH[1]', 'PH-Su', 'Su-PH',
    'Mo–Fr', 'Mo - Fr', 'Mo_Fr', 'Mo/Fr', 'Mo+Tu', 'lundi au vendredi', 'lundi à vendredi', 'lundi et mardi', 'tous les jours', 'every day', 'lundi-vendredi', 'Mo bis Fr', 'Mo u. Di', 'Feiertag', 'Feiertage', 'feriés', 'férié', 'Mo[1,2,3]', 'Mo[2-1]', 'Mo [1]', 'Mo[-2,-1]', 'Mo[1-3,5]', 'Sa-Su[1]', 'Fr[2] +9 days', 'We,Fr[1]', 'Mo,We-Fr[2]', 'Th[last]']);
  const r = hasard(12);
  if (r < 5) return un(jours);
  if (r < 9) return `${un(jours)}-${un(jours)}`;
  if (r === 9) return `${un(jours)}${rangs()}`;
  if (r === 10) return 'PH';
  return un(['PH', 'PH +1 day', 'PH -1 day', un(jours), 'daily', 'weekdays', 'weekend', 'jours fériés', 'werktags', 'holidays']);
};
const date = () => {
  const m = un(mois);
  if (chance(12)) return un([`${m} Su[1]`, `${m} Mo[-1]-${un(mois)} Su[1]`, `${m} 1+`, `${m}+`, `15 ${m}`, `15-20 ${m}`, `2025 ${m}-2026 ${un(mois)}`, `${m} 2025`, `${m} 25 +1 day`, 'Oct 15-Mar 15', 'Sep 2025-Jan 2026', '2026 Feb 28-Mar 1',
    'Feb 29-Mar 10', 'Jan 31-Feb 30', 'Aug-Jan', `${m} 5-`, `${m}-${m}`, `${m} 31`, `${m} 0`, `${m} 32`, `${m} 1-${m} 1`, `2025 ${m}`, `2025 ${m} 1-10`, `2026 ${m} 20-${un(mois)} 3`, `2025-2026 ${m}`, `2025-2026 ${m} 3-12`, `${m} 25-Su[1]`, `${m} 10 -2 days-${m} 20`,
    `Su after ${m} 10`, `${m} 1 Mo`, `${m} 1-7 Mo`, `${m} 1,${un(mois)} 3`, `${m} 1,5-9`, `${m} 1-3,${un(mois)}`, `${m} 09`, `${m}05`, `${m}-${un(mois)}/2`, `Dec 25-26,Jan 1`, `Dec 24,31`, 'Nov-Feb', 'Dec-Jan', 'Dec 26-Jan 2', 'Jun 14-Sep 14', 'easter', 'Jul Mo-Fr', `1er ${m}`, `${m} 1st`, `${m}. 3`, `${m}, ${un(mois)}`]);
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
const annee = () => un(['2025-', '1999', '2027-2025', '2025-2030/1', '25', '2025-2027,2029', '2026-2026', '2025/3', '2025+/2', '2099', '2026,2026', '2024','2025', '2026', '2025-2026', '2026+', '2025,2027', '2024-2030/2', '2025-2029/3', '2028', '2025/2', '2024-2027', '2027+']);
const semaine = () => un(['52-2', '53-1', '0', '54', '1-53/1', '2-4/2', '3-3', '1,3,5-9/2', '1-53/2,2', '10-9', '05', '1-26', '27-53', '2-53/3', '51-53','1', '2-52/2', '1-53/2', '19', '19,43', '10-20', '53', '40-53', '1-9', '1-53/3', '51-53,1', '13', '01', '05-09/2', '1-52/4', '18,20-22', '19,week 43', '1-53']);
const commentaire = () => un(["'rdv'", '«rdv»', '“rdv”', 'sur rdv', '""', '"a; b || c, d"','"sur rendez-vous"', '"congés"', '"a"', '" b "']);
const etat = () => {
  if (chance(4)) return un([' geschlossen', ' fermé', ' fermée', ' ferme', ' ouvert', ' "x" off', ' on', ' closed "x" ', ' open unknown', ' off off', ' unknown "a" "b"', ' "a" open', ' (rdv)', ' "a"; "b"', ' open "a" || off', ' unknown || open', ' "a" || "b"', ' OFF', ' Closed', ' "é»"', " off 'x'", ' „a“', ' "a', ' a"', ' ""']);
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
  if (chance(3)) return `${un(['24/7', '24/7', 'always', 'nonstop', '24/7 Mo-Fr', 'Sa,Su 24/7', 'Aug 24/7'])}${etat()}`;
  if (chance(15)) return desordre();
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
// The parts of a rule in any order, days without hours, separators left out.
const desordre = () => {
  const parties = [];
  if (chance(10)) parties.push(annee());
  if (chance(25)) parties.push(plusieurs(date, 2));
  if (chance(10)) parties.push(`week ${semaine()}`);
  if (chance(80)) parties.push(plusieurs(jour, 3, un([',', ',', ' ', ', ', ' et ', ' and '])));
  if (chance(75)) parties.push(plusieurs(plage, 3, un([',', ', ', ' ', ' et '])));
  const e = etat().trim();
  if (e) parties.push(e);
  if (chance(60)) {
    const i = hasard(parties.length), j = hasard(parties.length);
    [parties[i], parties[j]] = [parties[j], parties[i]];
  }
  return parties.join(un([' ', ' ', ' ', ': ', '  '])) + (chance(8) ? ',' : '');
};
const simple = () => {
  const h = () => { const d = 7 + hasard(12); return `${deux(d)}:00-${deux(d + 1 + hasard(5))}:${un(['00', '30'])}`; };
  return `${plusieurs(() => (chance(50) ? un(jours) : `${un(jours)}-${un(jours)}`), 2)} ${plusieurs(h, 2)}`;
};
const lien = () => un(['/', ' / ', ' + ', '. ', '\n', ' and ', ' ; ; ', ',,', '|', ' ', ' ,', ' ||', ' || ', ',', ';', '; ', '; ', '; ', ', ', ' || ','; ', '; ', '; ', ';', ', ', ', ', ' || ', ';; ', '||']);
const phrase = f => { let t = f(); for (let n = hasard(4); n > 0; n--) t += lien() + f(); return t; };
// Damage: what people and copy-paste do to a right string. Most become wrong; what is then accepted must still mean the same.
const abimer = t => {
  const i = hasard(t.length + 1);
  switch (hasard(9)) {
    case 0: return t.slice(0, i) + t.slice(i + 1);
    case 1: return t.slice(0, i) + un([...' ,;:-+/|[]"h.0129aMPH—→à']) + t.slice(i);
    case 2: return t.toLowerCase();
    case 3: return t.toUpperCase();
    case 4: return t.replaceAll('-', un([' - ', '–', '→', ' à ', '—', '\u00a0-\u00a0']));
    case 5: return t.replaceAll(/\b0(\d:)/g, '$1').replaceAll(' ', '  ');
    case 6: return t.replaceAll(':', un(['.', ' : ', 'h', ''])).replaceAll(',', un([', ', ' et ', ' & ']));
    case 7: {
      const noms = un([['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'], ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'],
        ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
        ['Mon', 'Tue', 'Wed', 'Thur', 'Fri', 'Sat', 'Sun'],
        ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'], ['Mondays', 'Tuesday', 'Weds', 'Thurs', 'Fridays', 'Saturdays', 'Sunday'], ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.']]);
      return t.replaceAll(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, j => noms[jours.indexOf(j)]);
    }
    case 8: {
      const noms = un([['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
        ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sep', 'oct', 'nov', 'déc.'],
        ['Januar', 'Februar', 'März', 'apr', 'Mai', 'Juni', 'Juli', 'aug', 'sep', 'Oktober', 'nov', 'Dezember']]);
      return t.replaceAll(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g, m => noms[mois.indexOf(m)]);
    }
  }
};

/** The strings: same number and seed, same strings. */
export function engendrer(nombre, graineDeDepart) {
  semer(graineDeDepart);
  const textes = new Set();
  while (textes.size < nombre) {
    const t = phrase(chance(35) ? simple : regle);
    if (t.length <= 200) textes.add(chance(30) ? abimer(chance(20) ? abimer(t) : t) : t);
  }
  return [...textes];
}
