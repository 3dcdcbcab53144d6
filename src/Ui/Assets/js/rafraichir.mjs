/**
 * data-rafraichir="2": asks for the same page every so many seconds and puts its new content in place; when the new page no longer asks for it, the
 * whole page is loaded. Without script, a meta refresh does the same.
 */
export function rafraichissements(racine) {
  const zone = racine.querySelector("[data-rafraichir]");
  if (!zone) {
    return;
  }
  const attendre = () => setTimeout(demander, Number(zone.dataset.rafraichir) * 1000);
  const demander = async () => {
    if (document.hidden) {
      attendre();
      return;
    }
    try {
      const reponse = await fetch(location.href, { headers: { Accept: "text/html" } });
      const nouvelle = new DOMParser().parseFromString(await reponse.text(), "text/html").querySelector("[data-rafraichir]");
      if (!reponse.ok || !nouvelle) {
        location.reload();
        return;
      }
      // Part by part, so that a screen reader hears what changed and the focus stays where it is.
      const [anciennes, nouvelles] = [[...zone.children], [...nouvelle.children]];
      if (anciennes.length !== nouvelles.length) {
        zone.replaceChildren(...nouvelles);
      } else {
        anciennes.forEach((partie, i) => partie.outerHTML !== nouvelles[i].outerHTML && (partie.innerHTML = nouvelles[i].innerHTML));
      }
    } catch {
      // The network is away: the next try may do.
    }
    attendre();
  };
  attendre();
}
