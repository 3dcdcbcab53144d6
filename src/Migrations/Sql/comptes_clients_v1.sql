-- Clients of the API: who may read them, their tokens, their use.
GRANT SELECT, INSERT ON comptes.clients_api TO faireavec_app;
GRANT UPDATE (nom, etendues, portee, departements, limite_par_seconde, revoque_le, motif_de_revocation) ON comptes.clients_api TO faireavec_app;
ALTER TABLE comptes.clients_api ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.clients_api FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches', 'systeme:commande', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('client_api')) AND id = (SELECT noyau.compte())));
-- A manager of an organisation gives what is their organisation's, nothing wider: kept here too.
CREATE POLICY creer ON comptes.clients_api FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()) AND portee = 'Organisation'));
CREATE POLICY changer ON comptes.clients_api FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:commande'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));

GRANT SELECT, INSERT ON comptes.secrets_de_client TO faireavec_app;
GRANT UPDATE (expire_le) ON comptes.secrets_de_client TO faireavec_app;
ALTER TABLE comptes.secrets_de_client ENABLE ROW LEVEL SECURITY;
-- Under the policies of the client: whoever reads it reads that it has secrets (hashes, dates).
CREATE POLICY lire ON comptes.secrets_de_client FOR SELECT USING (client IN (SELECT id FROM comptes.clients_api) AND NOT (SELECT noyau.a_role('client_api')));
CREATE POLICY creer ON comptes.secrets_de_client FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY changer ON comptes.secrets_de_client FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));

-- Tokens: opaque, one hour; only their hash is here. Reached by the functions below alone.
CREATE TABLE comptes.jetons_api (
    empreinte bytea PRIMARY KEY,
    client uuid NOT NULL REFERENCES comptes.clients_api,
    secret uuid NOT NULL REFERENCES comptes.secrets_de_client,
    etendues text[] NOT NULL,
    emis_le timestamptz NOT NULL,
    expire_le timestamptz NOT NULL
);
CREATE INDEX ix_jetons_api_expire_le ON comptes.jetons_api (expire_le);
ALTER TABLE comptes.jetons_api ENABLE ROW LEVEL SECURITY;
GRANT SELECT (expire_le), DELETE ON comptes.jetons_api TO faireavec_app;
CREATE POLICY lire ON comptes.jetons_api FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY effacer ON comptes.jetons_api FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The client that this secret opens now, or nothing. One answer for all that is wrong.
CREATE FUNCTION comptes.client_ouvert(p_client uuid, p_secret bytea, p_maintenant timestamptz)
RETURNS TABLE (secret uuid, etendues text[], fin timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT s.id, c.etendues, s.expire_le
    FROM comptes.secrets_de_client s JOIN comptes.clients_api c ON c.id = s.client JOIN comptes.organisations o ON o.id = c.organisation
    WHERE s.empreinte = p_secret AND c.id = p_client AND s.expire_le > p_maintenant AND c.revoque_le IS NULL AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
$$;

CREATE FUNCTION comptes.emettre_jeton(p_empreinte bytea, p_client uuid, p_secret uuid, p_etendues text[], p_maintenant timestamptz, p_fin timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    INSERT INTO comptes.jetons_api (empreinte, client, secret, etendues, emis_le, expire_le) VALUES (p_empreinte, p_client, p_secret, p_etendues, p_maintenant, p_fin);
    UPDATE comptes.secrets_de_client SET vu_le = p_maintenant WHERE id = p_secret AND (vu_le IS NULL OR vu_le < p_maintenant - interval '1 minute');
$$;

-- Who holds this token, with all that a request needs. A scope taken back since is not in it any more.
CREATE FUNCTION comptes.jeton_ouvert(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (client uuid, nom text, organisation uuid, nom_organisation text, etendues text[], portee text, departements text[], limite integer, fin timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT c.id, c.nom::text, c.organisation, o.nom::text, ARRAY(SELECT e FROM unnest(j.etendues) e WHERE e = ANY (c.etendues)), c.portee::text, c.departements, c.limite_par_seconde,
           least(j.expire_le, s.expire_le)
    FROM comptes.jetons_api j JOIN comptes.clients_api c ON c.id = j.client JOIN comptes.secrets_de_client s ON s.id = j.secret JOIN comptes.organisations o ON o.id = c.organisation
    WHERE j.empreinte = p_empreinte AND j.expire_le > p_maintenant AND s.expire_le > p_maintenant AND c.revoque_le IS NULL AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.client_ouvert, comptes.emettre_jeton, comptes.jeton_ouvert FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.client_ouvert, comptes.emettre_jeton, comptes.jeton_ouvert TO faireavec_app;

-- What nodes remember of a client is forgotten at once, whoever changed it: a trigger, so that no code can forget.
CREATE FUNCTION comptes.annoncer_client() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_TABLE_NAME = 'secrets_de_client' THEN
        PERFORM pg_notify('comptes_clients', NEW.client::text);
    ELSIF TG_TABLE_NAME = 'clients_api' THEN
        PERFORM pg_notify('comptes_clients', NEW.id::text);
    ELSE
        PERFORM pg_notify('comptes_clients', '');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER annoncer AFTER UPDATE ON comptes.clients_api FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();
CREATE TRIGGER annoncer AFTER UPDATE OF expire_le ON comptes.secrets_de_client FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();
CREATE TRIGGER annoncer_clients AFTER UPDATE OF fermee_le, fusionnee_dans ON comptes.organisations FOR EACH ROW EXECUTE FUNCTION comptes.annoncer_client();

-- Use, counted per day. Nodes add what they counted, several times a minute.
CREATE TABLE comptes.usages_de_client (
    client uuid NOT NULL REFERENCES comptes.clients_api,
    jour date NOT NULL,
    demandes bigint NOT NULL,
    refusees bigint NOT NULL,
    limitees bigint NOT NULL,
    pannes bigint NOT NULL,
    PRIMARY KEY (client, jour)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.usages_de_client TO faireavec_app;
ALTER TABLE comptes.usages_de_client ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.usages_de_client FOR SELECT USING (client IN (SELECT id FROM comptes.clients_api) OR (SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY compter ON comptes.usages_de_client FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY ajouter ON comptes.usages_de_client FOR UPDATE USING ((SELECT noyau.a_role('systeme:comptage')));
CREATE POLICY effacer ON comptes.usages_de_client FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The name of a client, for the journal's readers. Nothing else of it.
CREATE FUNCTION comptes.nom_du_client(p_client uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT nom FROM comptes.clients_api WHERE id = p_client
$$;
REVOKE ALL ON FUNCTION comptes.nom_du_client FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.nom_du_client TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.usages_jours', '2026-01-01', 400, 'Décision du projet : comparer un mois au même mois de l’an dernier');

-- Webhooks: under the policies of their client.
GRANT SELECT, INSERT ON comptes.webhooks TO faireavec_app;
GRANT UPDATE (evenements, url, etat, en_echec_depuis) ON comptes.webhooks TO faireavec_app;
ALTER TABLE comptes.webhooks ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.webhooks FOR SELECT USING (
    (SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements')) OR client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY creer ON comptes.webhooks FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api));
CREATE POLICY changer ON comptes.webhooks FOR UPDATE USING (
    (SELECT noyau.a_role('systeme:webhooks'))
    OR ((SELECT noyau.a_role('administrateur', 'systeme:commande', 'gestionnaire_structure')) AND client IN (SELECT id FROM comptes.clients_api)));
ALTER POLICY lire ON comptes.clients_api USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches', 'systeme:commande', 'systeme:evenements', 'systeme:webhooks'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('client_api')) AND id = (SELECT noyau.compte())));

-- One delivery of one event to one webhook, with the body as it is sent each time.
CREATE TABLE comptes.livraisons_de_webhook (
    id uuid PRIMARY KEY,
    webhook uuid NOT NULL REFERENCES comptes.webhooks,
    evenement uuid NOT NULL,
    nom text NOT NULL,
    corps text NOT NULL,
    cree_le timestamptz NOT NULL,
    essais integer NOT NULL DEFAULT 0,
    prochain_essai timestamptz,
    recue_le timestamptz,
    statut integer,
    erreur text,
    duree_ms integer,
    UNIQUE (webhook, evenement)
);
CREATE INDEX ix_livraisons_de_webhook_dues ON comptes.livraisons_de_webhook (prochain_essai) WHERE prochain_essai IS NOT NULL;
CREATE INDEX ix_livraisons_de_webhook_recentes ON comptes.livraisons_de_webhook (webhook, cree_le DESC);
GRANT SELECT, INSERT, DELETE ON comptes.livraisons_de_webhook TO faireavec_app;
GRANT UPDATE (essais, prochain_essai, recue_le, statut, erreur, duree_ms) ON comptes.livraisons_de_webhook TO faireavec_app;
ALTER TABLE comptes.livraisons_de_webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.livraisons_de_webhook FOR SELECT USING (
    (SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements', 'systeme:taches')) OR webhook IN (SELECT id FROM comptes.webhooks));
CREATE POLICY creer ON comptes.livraisons_de_webhook FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('systeme:evenements', 'administrateur', 'gestionnaire_structure')) AND webhook IN (SELECT id FROM comptes.webhooks));
CREATE POLICY changer ON comptes.livraisons_de_webhook FOR UPDATE USING (
    (SELECT noyau.a_role('systeme:webhooks'))
    OR ((SELECT noyau.a_role('administrateur', 'gestionnaire_structure')) AND webhook IN (SELECT id FROM comptes.webhooks)));
CREATE POLICY effacer ON comptes.livraisons_de_webhook FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Which events are waited for outside, for every node.
CREATE FUNCTION comptes.evenements_attendus() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT coalesce(array_agg(DISTINCT e), '{}') FROM comptes.webhooks w, unnest(w.evenements) e WHERE w.etat = 'Actif'
$$;
REVOKE ALL ON FUNCTION comptes.evenements_attendus FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.evenements_attendus TO faireavec_app;
CREATE FUNCTION comptes.annoncer_webhook() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_notify('comptes_webhooks', TG_ARGV[0]);
    RETURN NULL;
END $$;
CREATE TRIGGER annoncer AFTER INSERT OR UPDATE OF evenements, etat ON comptes.webhooks FOR EACH STATEMENT EXECUTE FUNCTION comptes.annoncer_webhook('attendus');
CREATE TRIGGER annoncer AFTER INSERT ON comptes.livraisons_de_webhook FOR EACH STATEMENT EXECUTE FUNCTION comptes.annoncer_webhook('a-livrer');
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.webhooks_jours_d_echec', '2026-01-01', 5, 'Décision du projet : une semaine de travail pour réparer'),
    ('comptes.livraisons_jours', '2026-01-01', 30, 'Décision du projet : un mois pour rejouer');

-- Where the one who answers for a client is written to. Of this account, for this, and nothing else.
CREATE FUNCTION comptes.courriel_du_responsable(p_client uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT (SELECT c.courriel::text FROM comptes.clients_api a JOIN comptes.comptes c ON c.id = a.responsable AND c.etat = 'Actif' WHERE a.id = p_client AND noyau.a_role('systeme:evenements'))
$$;
REVOKE ALL ON FUNCTION comptes.courriel_du_responsable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.courriel_du_responsable TO faireavec_app;
