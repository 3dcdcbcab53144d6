// A real OpenID provider (oidc-provider), for the tests: it signs in whoever the address of its settings names, without a page.
// Prints its issuer on the first line, then listens until its input closes. The test first posts the addresses of its client to /essai/client.
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import { Provider } from "oidc-provider";

const cle = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
let cles = [{ ...cle(), use: "sig", alg: "RS256", kid: "une" }];
let fournisseur, emetteur;

// What the test decides of the next person: claims and level.
let personne = { sub: "personne-1", acr: "eidas1", claims: { email: "mediateur@example.org", given_name: "Camille", usual_name: "Exemple" } };

let client;

function creer() {
  return new Provider(emetteur, {
    clients: [{
      client_id: "faireavec", client_secret: "un-secret-d-essai-assez-long", redirect_uris: client.retours, post_logout_redirect_uris: [client.fin],
      backchannel_logout_uri: client.arriere, backchannel_logout_session_required: true, grant_types: ["authorization_code"], response_types: ["code"], token_endpoint_auth_method: "client_secret_post",
    }],
    jwks: { keys: cles },
    acrValues: ["eidas1", "eidas2", "eidas3"],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    claims: { openid: ["sub"], acr: null, sid: null, auth_time: null, iss: null, profile: ["given_name", "family_name", "usual_name", "birthdate", "birthplace", "birthcountry", "gender", "preferred_username"], email: ["email"] },
    scopes: ["openid", "profile", "email", "given_name", "usual_name"],
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ["essai"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...personne.claims }) }),
    interactions: { url: (_, i) => `/interaction/${i.uid}` },
    renderError: (ctx, out, error) => { ctx.type = "json"; ctx.body = { ...out, detail: error.message }; },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid profile email given_name usual_name");
      await grant.save();
      return grant;
    },
  });
}

async function lire(req) {
  let corps = "";
  for await (const morceau of req) corps += morceau;
  return JSON.parse(corps);
}

const serveur = createServer(async (req, res) => {
  const { pathname } = new URL(req.url, "http://127.0.0.1");
  if (pathname === "/essai/personne") {
    personne = await lire(req);
    return res.end("ok");
  }
  if (pathname === "/essai/client") {
    client = await lire(req);
    fournisseur = creer();
    return res.end("ok");
  }
  if (pathname === "/essai/tourner") {
    // Key rotation: the new key signs, the old one is still published.
    cles = [{ ...cle(), use: "sig", alg: "RS256", kid: `cle-${cles.length + 1}` }, ...cles];
    fournisseur = creer();
    return res.end("ok");
  }
  if (pathname.startsWith("/interaction/")) {
    const details = await fournisseur.interactionDetails(req, res);
    if (personne.refuse) return fournisseur.interactionFinished(req, res, { error: "access_denied", error_description: "refus" });
    return fournisseur.interactionFinished(req, res, { login: { accountId: personne.sub, acr: personne.acr, remember: false } }, { mergeWithLastSubmission: false });
  }
  return fournisseur.callback()(req, res);
});
serveur.listen(0, "127.0.0.1", () => {
  emetteur = `http://127.0.0.1:${serveur.address().port}`;
  console.log(emetteur);
});
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
