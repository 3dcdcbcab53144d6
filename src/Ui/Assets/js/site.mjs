// Comfort only: every page works without this file. Each module looks for its own data attribute and does nothing when there is none.
import { accordeons } from "./accordeon.mjs";
import { apercus } from "./apercu.mjs";
import { autocompletions } from "./autocompletion.mjs";
import { brouillons } from "./brouillon.mjs";
import { cartesDeParcours } from "./carte-de-parcours.mjs";
import { clesDAcces } from "./cles-d-acces.mjs";
import { comptes } from "./compte.mjs";
import { confirmations, copies, envoisUniques, impressions } from "./gestes.mjs";
import { doublons } from "./doublons.mjs";
import { erreurs } from "./erreurs.mjs";
import { filtres } from "./filtres.mjs";
import { menus } from "./menu.mjs";
import { numeros } from "./numeros.mjs";
import { onglets } from "./onglets.mjs";
import { ouvertures } from "./ouvrir.mjs";
import { plans } from "./plan.mjs";
import { positions } from "./position.mjs";
import { rafraichissements } from "./rafraichir.mjs";
import { raccourcis } from "./raccourcis.mjs";
import { reflets } from "./reflets.mjs";
import { signatures } from "./signature.mjs";
import { theme } from "./theme.mjs";
import { verifications } from "./verifier.mjs";

for (const demarrer of [theme, erreurs, accordeons, onglets, comptes, filtres, autocompletions, positions, impressions, copies, confirmations, envoisUniques, plans, raccourcis, rafraichissements, menus, numeros, verifications, ouvertures, apercus, clesDAcces, brouillons, cartesDeParcours, doublons, signatures, reflets]) {
  try {
    demarrer(document);
  } catch (erreur) {
    // One broken comfort must not take the others with it.
    console.error(erreur);
  }
}
