/** From the fields of the shell's forms, [name, value] each, to what is sent. Pure: tested without a browser. */
const listes = new Set(["thematiques", "personnes", "etiquettes", "materiels"]);
const nombres = new Set(["heures", "minutes", "total", "deja_venus", "duree"]);
const serpent = (nom) => nom.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();

/** A whole number, or NaN. */
const entier = (texte) => (/^\d{1,5}$/.test(texte.trim()) ? Number(texte) : Number.NaN);

/** The date in three fields; null when empty, undefined when it isn't one. */
export function date(champs, nom) {
  const [j, m, a] = ["jour", "mois", "annee"].map((partie) => (champs.find(([n]) => n === `${nom}.${partie}`)?.[1] ?? "").trim());
  if (!j && !m && !a) {
    return null;
  }
  const [jour, mois, annee] = [entier(j), entier(m), entier(a)];
  const lue = new Date(Date.UTC(annee, mois - 1, jour));
  return annee >= 1900 && lue.getUTCMonth() === mois - 1 && lue.getUTCDate() === jour ? lue.toISOString().slice(0, 10) : undefined;
}

/** The act, and what is wrong with it: [field, key of the sentence]. */
export function lireActe(champs, jours) {
  const acte = { thematiques: [], personnes: [], etiquettes: [] };
  const fautes = [];
  for (const [nom, valeur] of champs) {
    const cle = nom.startsWith("F.") && !nom.startsWith("F.Date") ? serpent(nom.slice(2)) : null;
    if (!cle || valeur === "") {
      continue;
    }
    if (listes.has(cle)) {
      acte[cle].push(valeur);
    } else if (nombres.has(cle) && cle !== "duree") {
      acte[cle] = entier(valeur);
      if (Number.isNaN(acte[cle])) {
        fautes.push([nom, "NombreIllisible"]);
        delete acte[cle];
      }
    } else {
      acte[cle] = valeur;
    }
  }
  const ecrite = date(champs, "F.Date");
  const quand = acte.quand;
  acte.quand = quand === "aujourdhui" ? jours.aujourdhui : quand === "hier" ? jours.hier : ecrite;
  if (!acte.quand) {
    fautes.push(["F.Date", "F.Date"]);
    acte.quand = undefined;
  } else if (acte.quand > jours.aujourdhui) {
    fautes.push(["F.Date", "F.Date.futur"]);
  }
  if (acte.thematiques.length === 0 || acte.thematiques.length > 3) {
    fautes.push(["F.Thematiques", acte.thematiques.length === 0 ? "F.Thematiques" : "F.Thematiques.trop"]);
  }
  if (!acte.posture) {
    fautes.push(["F.Posture", "F.Posture"]);
  }
  if (acte.duree === "autre" ? (acte.heures ?? 0) * 60 + (acte.minutes ?? 0) < 1 : !acte.duree) {
    fautes.push(["F.Duree", "F.Duree"]);
  }
  if (!acte.type_de_lieu) {
    fautes.push(["F.TypeDeLieu", "F.TypeDeLieu"]);
  } else if (acte.type_de_lieu === "lieu_activite" && !acte.lieu) {
    fautes.push(["F.Lieu", "F.Lieu"]);
  } else if ((acte.type_de_lieu === "domicile" || acte.type_de_lieu === "autre") && !acte.code_commune) {
    fautes.push(["F.CodeCommune", "F.CodeCommune"]);
  }
  if (acte.type === "collectif" && !acte.total && acte.personnes.length === 0) {
    fautes.push(["F.Total", "F.Total"]);
  }
  return { acte, fautes };
}

/** The appointment, and what is wrong with it. */
export function lireRendezVous(champs) {
  const rdv = {};
  const fautes = [];
  for (const [nom, valeur] of champs) {
    const cle = nom.startsWith("R.") && !nom.startsWith("R.Date") && nom !== "R.Creneau" ? serpent(nom.slice(2)) : null;
    if (cle && valeur !== "") {
      rdv[cle] = cle === "sms" ? valeur === "true" : cle === "duree" ? entier(valeur) : valeur;
    }
  }
  rdv.date = date(champs, "R.Date") ?? undefined;
  for (const [cle, nom] of [["date", "R.Date"], ["de", "R.De"], ["duree", "R.Duree"], ["lieu", "R.Lieu"]]) {
    if (!rdv[cle]) {
      fautes.push([nom, nom]);
    }
  }
  if (!rdv.personne && !rdv.prenom) {
    fautes.push(["R.Prenom", "Perso"]);
  }
  return { rdv, fautes };
}
