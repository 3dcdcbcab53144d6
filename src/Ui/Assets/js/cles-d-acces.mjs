/**
 * data-cle-acces="get" or "create" on a form: asks the device for a passkey with the options of data-options, writes its answer in the field Reponse and
 * sends the form. The form is hidden in HTML; a browser that can't keeps it so. With data-cle-proposee="oui", the browser also proposes the passkeys that it
 * has where one types in the field « username webauthn », until the button is used. data-cle-avec is the id of a box whose answer goes along.
 */
export function clesDAcces(racine) {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }
  for (const formulaire of racine.querySelectorAll("form[data-cle-acces]")) {
    const dire = formulaire.querySelector("[data-cle-message]");
    let proposee = null;
    let enCours = false;
    const demander = (options) => navigator.credentials[formulaire.dataset.cleAcces]({ publicKey: lire(JSON.parse(formulaire.dataset.options)), ...options });
    const envoyer = (cle) => {
      formulaire.elements.Reponse.value = JSON.stringify(ecrire(cle));
      const boite = document.getElementById(formulaire.dataset.cleAvec || "");
      if (boite) {
        formulaire.elements[boite.name].value = boite.checked;
      }
      formulaire.submit();
    };
    const proposer = async () => {
      if (formulaire.dataset.cleProposee !== "oui" || !window.PublicKeyCredential.isConditionalMediationAvailable) {
        return;
      }
      const attente = new AbortController();
      proposee = attente;
      try {
        if ((await window.PublicKeyCredential.isConditionalMediationAvailable()) && !attente.signal.aborted) {
          envoyer(await demander({ mediation: "conditional", signal: attente.signal }));
        }
      } catch {
        // Given up for the button, or nothing to propose: nobody asked for anything, nobody is told.
      }
    };
    formulaire.addEventListener("submit", async (evenement) => {
      evenement.preventDefault();
      if (enCours) {
        return;
      }
      enCours = true;
      dire.textContent = "";
      // A browser answers one request at a time.
      proposee?.abort();
      try {
        envoyer(await demander({}));
      } catch {
        // Refused, too late, or no passkey here: the browser doesn't say which, on purpose.
        dire.textContent = formulaire.dataset.refus;
        enCours = false;
        proposer();
      }
    });
    formulaire.hidden = false;
    proposer();
  }
}

function lire(options) {
  const ids = (liste) => (liste || []).map((c) => ({ ...c, id: octets(c.id) }));
  options.challenge = octets(options.challenge);
  if (options.user) {
    options.user.id = octets(options.user.id);
    options.excludeCredentials = ids(options.excludeCredentials);
  } else {
    options.allowCredentials = ids(options.allowCredentials);
  }
  // Some browsers refuse what is null where nothing would do.
  for (const nom of Object.keys(options)) {
    if (options[nom] === null) {
      delete options[nom];
    }
  }
  return options;
}

function ecrire(cle) {
  const r = cle.response;
  const reponse = { clientDataJSON: texte(r.clientDataJSON) };
  if (r.attestationObject) {
    reponse.attestationObject = texte(r.attestationObject);
    reponse.transports = r.getTransports ? r.getTransports() : [];
  } else {
    reponse.authenticatorData = texte(r.authenticatorData);
    reponse.signature = texte(r.signature);
    reponse.userHandle = r.userHandle ? texte(r.userHandle) : null;
  }
  return {
    id: cle.id,
    rawId: texte(cle.rawId),
    type: cle.type,
    authenticatorAttachment: cle.authenticatorAttachment || null,
    clientExtensionResults: cle.getClientExtensionResults(),
    response: reponse,
  };
}

const octets = (base64url) => Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const texte = (tampon) => btoa(String.fromCharCode(...new Uint8Array(tampon))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
