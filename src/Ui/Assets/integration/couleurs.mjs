// The same rule as Domain/Integration/ThemeDIntegration: every pair of colours that is read has a contrast of 4.5 at least.
const MINIMUM = 4.5;

const lineaire = (canal) => {
  const c = canal / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, v, b]) => 0.2126 * lineaire(r) + 0.7152 * lineaire(v) + 0.0722 * lineaire(b);

export function contraste(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** "rgb(11, 79, 92)" as three numbers; null for anything else, and for what one sees through: its contrast isn't known. */
export function composantes(texte) {
  const lus = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+%?)\s*)?\)$/.exec(texte || "");
  return lus && (lus[4] === undefined || parseFloat(lus[4]) === 1 || lus[4] === "100%") ? lus.slice(1, 4).map(Number) : null;
}

const meilleureSur = (couleur) => (contraste([255, 255, 255], couleur) >= contraste([0, 0, 0], couleur) ? [255, 255, 255] : [0, 0, 0]);

/** Colours to use, and the names of those that weren't taken. */
export function theme({ fond, texte, couleur }) {
  const remplacees = [];
  const derriere = fond || [255, 255, 255];
  const choisir = (voulue, parDefaut, nom) => {
    if (voulue && contraste(voulue, derriere) >= MINIMUM) {
      return voulue;
    }
    if (voulue) {
      remplacees.push(nom);
    }
    return contraste(parDefaut, derriere) >= MINIMUM ? parDefaut : meilleureSur(derriere);
  };
  const lu = choisir(texte, [0x17, 0x25, 0x2a], "texte");
  const lien = choisir(couleur, [0x0b, 0x4f, 0x5c], "couleur");
  return { fond: derriere, texte: lu, couleur: lien, "sur-couleur": meilleureSur(lien), remplacees };
}
