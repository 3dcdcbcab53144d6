/**
 * data-signature around a canvas and a hidden field: what a finger, a pen or a mouse draws goes in the field as lines, « x,y x,y;x,y … » in a frame of
 * data-largeur × data-hauteur. The canvas and the button that clears are hidden without script, and a box to tick does the same: who can't draw ticks it too.
 */
export function signatures(racine) {
  for (const bloc of racine.querySelectorAll("[data-signature]")) {
    const toile = bloc.querySelector("canvas");
    const champ = bloc.querySelector("input[type=hidden]");
    const effacer = bloc.querySelector("[data-signature-effacer]");
    const etat = bloc.querySelector("[aria-live]");
    const [largeur, hauteur, pointsMax, traitsMax, longueurMax] = ["largeur", "hauteur", "points", "traits", "longueur"].map((n) => Number(bloc.dataset[n]));
    const crayon = toile.getContext("2d");
    let traits = lire(champ.value);
    let points = traits.flat().length;
    let pointeur = null;

    const dessiner = () => {
      crayon.clearRect(0, 0, largeur, hauteur);
      crayon.lineWidth = 5;
      crayon.lineCap = crayon.lineJoin = "round";
      // Ink on white in every theme: it is a paper.
      crayon.strokeStyle = "#17252a";
      for (const trait of traits) {
        crayon.beginPath();
        crayon.moveTo(...trait[0]);
        for (const point of trait.length > 1 ? trait.slice(1) : trait) {
          crayon.lineTo(...point);
        }
        crayon.stroke();
      }
    };
    const dire = () => {
      etat.textContent = traits.length ? bloc.dataset.faite : bloc.dataset.vide;
      effacer.disabled = traits.length === 0;
    };
    const ou = (e) => {
      const cadre = toile.getBoundingClientRect();
      const dans = (v, max) => Math.min(max, Math.max(0, Math.round(v)));
      return [dans(((e.clientX - cadre.left) * largeur) / cadre.width, largeur), dans(((e.clientY - cadre.top) * hauteur) / cadre.height, hauteur)];
    };
    const finir = () => {
      if (pointeur === null) {
        return;
      }
      pointeur = null;
      champ.value = ecrire(traits);
      dire();
    };

    toile.addEventListener("pointerdown", (e) => {
      // One finger at a time; what is too long isn't added, and what is drawn stays.
      if (pointeur !== null || traits.length >= traitsMax || points >= pointsMax || champ.value.length > longueurMax - 500) {
        return;
      }
      e.preventDefault();
      pointeur = e.pointerId;
      toile.setPointerCapture(pointeur);
      traits.push([ou(e)]);
      points++;
      dessiner();
    });
    toile.addEventListener("pointermove", (e) => {
      if (e.pointerId !== pointeur || points >= pointsMax) {
        return;
      }
      const trait = traits[traits.length - 1];
      const point = ou(e);
      const dernier = trait[trait.length - 1];
      // A hand that trembles by a hair adds nothing that one sees.
      if (Math.hypot(point[0] - dernier[0], point[1] - dernier[1]) >= 4) {
        trait.push(point);
        points++;
        dessiner();
      }
    });
    toile.addEventListener("pointerup", finir);
    toile.addEventListener("pointercancel", finir);
    effacer.addEventListener("click", () => {
      traits = [];
      points = 0;
      champ.value = "";
      dessiner();
      dire();
    });

    toile.hidden = effacer.hidden = false;
    dessiner();
    dire();
  }
}

const lire = (texte) => (texte ? texte.split(";").map((t) => t.split(" ").map((p) => p.split(",").map(Number))) : []);
const ecrire = (traits) => traits.map((t) => t.map((p) => p.join(",")).join(" ")).join(";");
