// Dead relative links in the Markdown files. Usage: node scripts/liens.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const fichiers = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { encoding: 'utf8' }).split('\n').filter(Boolean);
let morts = 0;
for (const fichier of fichiers) {
  if (!existsSync(fichier)) continue;
  const texte = readFileSync(fichier, 'utf8').replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  for (const [, cible] of texte.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(https?:|mailto:|#)/.test(cible)) continue;
    const chemin = join(dirname(fichier), decodeURI(cible.split('#')[0]));
    if (!existsSync(chemin)) {
      console.log(`${fichier}: ${cible}`);
      morts++;
    }
  }
}
process.exit(morts ? 1 : 0);
