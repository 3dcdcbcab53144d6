// Work without network: the page that activates a device, the list of devices, and the shell.
import { activation } from "./activer.mjs";
import { coquille } from "./coquille.mjs";

const pret = document.querySelector("[data-hl]");
const formulaire = document.querySelector("[data-hl-activer]");
if (pret) {
  coquille(pret);
} else if (formulaire) {
  activation(formulaire);
} else if (document.querySelector("[data-hl-ici]")) {
  reconnaitre();
}

/** Which of the devices of the list this one is. */
async function reconnaitre() {
  const { Appareil } = await import("./appareil.mjs");
  const appareil = await Appareil.lire().catch(() => null);
  const celui = appareil && document.querySelector(`[data-hl-celui="${CSS.escape(appareil.id)}"]`);
  if (celui) {
    celui.hidden = false;
  }
  appareil?.base.fermer();
}
