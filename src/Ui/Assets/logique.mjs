// govuk-frontend writes left and right; our pages may be read from right to left. This turns the physical properties
// of the compiled sheet into logical ones, one declaration at a time. Gradients and background positions are left alone.
const proprietes = new Map([
  ["margin-left", "margin-inline-start"],
  ["margin-right", "margin-inline-end"],
  ["padding-left", "padding-inline-start"],
  ["padding-right", "padding-inline-end"],
  ["left", "inset-inline-start"],
  ["right", "inset-inline-end"],
  ...["left:start", "right:end"].flatMap((paire) => {
    const [de, vers] = paire.split(":");
    return ["", "-color", "-style", "-width"].map((fin) => [`border-${de}${fin}`, `border-inline-${vers}${fin}`]);
  }),
]);

const valeurs = new Map([
  ["left", "start"],
  ["right", "end"],
]);

/** Compiled CSS in, the same sheet with logical properties out. */
export function enLogique(css) {
  return css.replace(/^(\s*)([a-z-]+): ([^;{}]+);$/gm, (ligne, marge, propriete, valeur) => {
    if (proprietes.has(propriete)) {
      return `${marge}${proprietes.get(propriete)}: ${valeur};`;
    }
    if ((propriete === "text-align" || propriete === "float" || propriete === "clear") && valeurs.has(valeur)) {
      const fin = propriete === "text-align" ? valeurs.get(valeur) : `inline-${valeurs.get(valeur)}`;
      return propriete === "text-align" ? `${marge}${propriete}: ${fin};` : `${ligne}\n${marge}${propriete}: ${fin};`;
    }
    return ligne;
  });
}
