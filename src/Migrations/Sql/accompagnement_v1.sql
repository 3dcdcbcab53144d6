-- Acts, the people in them, who follows whom, and the counters of the day: what the database refuses whatever the code does.

-- The people whom the one who asks follows today: by themselves, or as every médiateur of their organisation. Definer: policies of the tables below use it.
CREATE FUNCTION accompagnement.mes_personnes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte = noyau.compte()
    UNION
    SELECT personne FROM accompagnement.suivis WHERE fin IS NULL AND compte IS NULL AND organisation = noyau.organisation()
       AND noyau.a_role('mediateur', 'conseiller_numerique')
$$;
REVOKE ALL ON FUNCTION accompagnement.mes_personnes FROM PUBLIC;
GRANT USAGE ON SCHEMA accompagnement TO faireavec_app;
GRANT EXECUTE ON FUNCTION accompagnement.mes_personnes TO faireavec_app;

-- People. Whoever manages, pays, supports or runs the platform reads none of them.
GRANT SELECT, INSERT, UPDATE ON accompagnement.personnes TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.suivis TO faireavec_app;
GRANT UPDATE (fin) ON accompagnement.suivis TO faireavec_app;
ALTER TABLE accompagnement.personnes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.suivis ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.personnes FOR SELECT USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.personnes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.personnes FOR UPDATE USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY lire ON accompagnement.suivis FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.suivis FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()) AND (compte IS NULL OR compte = (SELECT noyau.compte())))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY finir ON accompagnement.suivis FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));

-- Acts: one's own; those of one's teams for their coordinator, without the people; those of its organisation for a client of the API, which writes them.
ALTER TABLE accompagnement.activites
    ADD CHECK (duree BETWEEN 0 AND 1439),
    ADD CHECK (part_a_la_place IS NULL OR (part_a_la_place BETWEEN 0 AND 100 AND part_avec BETWEEN 0 AND 100 AND part_faire BETWEEN 0 AND 100 AND part_a_la_place + part_avec + part_faire = 100)),
    ADD CHECK (sans_nom >= 0 AND suivies >= 0);
CREATE INDEX ix_activites_equipes ON accompagnement.activites USING gin (equipes);
GRANT SELECT, INSERT, UPDATE ON accompagnement.activites TO faireavec_app;
ALTER TABLE accompagnement.activites ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.activites FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
    OR ((SELECT noyau.a_role('client_api')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.activites FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()))
    OR ((SELECT noyau.a_role('client_api')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.activites FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.accompagnements TO faireavec_app;
ALTER TABLE accompagnement.accompagnements ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.accompagnements FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.accompagnements FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte()) AND personne IN (SELECT accompagnement.mes_personnes())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.accompagnements FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY retirer ON accompagnement.accompagnements FOR DELETE USING (
    auteur = (SELECT noyau.compte()) OR personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:taches')));

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.notes_d_activites TO faireavec_app;
ALTER TABLE accompagnement.notes_d_activites ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON accompagnement.notes_d_activites USING (auteur = (SELECT noyau.compte())) WITH CHECK (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('client_api')));

-- Counters of the day. Written by the trigger alone.
GRANT SELECT ON accompagnement.compteurs_du_jour TO faireavec_app;
ALTER TABLE accompagnement.compteurs_du_jour ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.compteurs_du_jour FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
    OR (SELECT noyau.a_role('systeme:taches')));

-- Adds (1) or takes away (-1) an act.
CREATE FUNCTION accompagnement.ajouter_aux_compteurs(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           signe * (a.type IN ('Individuel', 'Demarche'))::integer,
           signe * (a.type = 'Collectif')::integer,
           signe * (a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer,
           signe * CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END,
           signe * (a.sans_nom + a.suivies),
           signe * CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END,
           signe * CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END,
           signe * a.duree::bigint * coalesce(a.part_a_la_place, 0),
           signe * a.duree::bigint * coalesce(a.part_avec, 0),
           signe * a.duree::bigint * coalesce(a.part_faire, 0)
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire
$$;
REVOKE ALL ON FUNCTION accompagnement.ajouter_aux_compteurs FROM PUBLIC;

CREATE FUNCTION accompagnement.compter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The smaller key first: two corrections at once never wait for each other in a circle.
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL AND (NEW.supprimee_le IS NOT NULL OR OLD.jour <= NEW.jour) THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_compteurs(NEW, 1);
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL AND NEW.supprimee_le IS NULL AND OLD.jour > NEW.jour THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER compter AFTER INSERT OR UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.compter();

-- Where the counters of a time differ from the acts. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_des_compteurs(p_du date, p_au date) RETURNS TABLE (auteur uuid, jour date, lieu text, mesure text, compteur bigint, recompte bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH recompte AS (
        SELECT a.auteur, a.jour, coalesce(a.lieu, '') AS lieu, a.organisation, a.equipes,
               count(*) FILTER (WHERE a.type IN ('Individuel', 'Demarche')) AS individuels,
               count(*) FILTER (WHERE a.type = 'Collectif') AS ateliers,
               count(*) FILTER (WHERE a.type IN ('Animation', 'Evenement', 'Partenariat')) AS coordinations,
               coalesce(sum(a.sans_nom + a.suivies), 0) AS accompagnements,
               coalesce(sum(a.duree) FILTER (WHERE a.type IN ('Individuel', 'Demarche', 'Collectif')), 0) AS minutes,
               coalesce(sum(a.duree::bigint * a.part_a_la_place), 0) AS part_a_la_place, coalesce(sum(a.duree::bigint * a.part_avec), 0) AS part_avec, coalesce(sum(a.duree::bigint * a.part_faire), 0) AS part_faire
        FROM accompagnement.activites a WHERE a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au
        GROUP BY 1, 2, 3, 4, 5)
    SELECT coalesce(c.auteur, r.auteur), coalesce(c.jour, r.jour), coalesce(c.lieu, r.lieu), v.mesure, v.compteur, v.recompte
    FROM (SELECT * FROM accompagnement.compteurs_du_jour WHERE jour BETWEEN p_du AND p_au) c
    FULL JOIN recompte r ON (c.auteur, c.jour, c.lieu, c.organisation, c.equipes) = (r.auteur, r.jour, r.lieu, r.organisation, r.equipes)
    CROSS JOIN LATERAL (VALUES
        ('individuels', coalesce(c.individuels, 0)::bigint, coalesce(r.individuels, 0)::bigint),
        ('ateliers', coalesce(c.ateliers, 0)::bigint, coalesce(r.ateliers, 0)::bigint),
        ('coordinations', coalesce(c.coordinations, 0)::bigint, coalesce(r.coordinations, 0)::bigint),
        ('accompagnements', coalesce(c.accompagnements, 0)::bigint, coalesce(r.accompagnements, 0)::bigint),
        ('minutes', coalesce(c.minutes, 0)::bigint, coalesce(r.minutes, 0)::bigint),
        ('part_a_la_place', coalesce(c.part_a_la_place, 0)::bigint, coalesce(r.part_a_la_place, 0)::bigint),
        ('part_avec', coalesce(c.part_avec, 0)::bigint, coalesce(r.part_avec, 0)::bigint),
        ('part_faire', coalesce(c.part_faire, 0)::bigint, coalesce(r.part_faire, 0)::bigint)) v(mesure, compteur, recompte)
    WHERE v.compteur <> v.recompte
$$;
REVOKE ALL ON FUNCTION accompagnement.ecarts_des_compteurs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ecarts_des_compteurs TO faireavec_app;

-- Writes an act, the people in it, its note, its journal and its event in one round trip. Runs with the rights of who asks: the policies above hold.
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else; 'personne': somebody isn't followed by who asks.
CREATE FUNCTION accompagnement.enregistrer(
    p_activite jsonb, p_note text, p_personnes uuid[],
    p_journal uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_apres text,
    p_evenement uuid, p_nom text, p_charge jsonb, p_gestionnaires text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v accompagnement.activites := jsonb_populate_record(NULL::accompagnement.activites, p_activite);
BEGIN
    INSERT INTO accompagnement.activites SELECT v.* ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN CASE WHEN EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = v.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja' ELSE 'autre' END;
    END IF;
    IF cardinality(p_personnes) > 0 THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT v.id, coalesce(p.fusionnee_dans, p.id), v.auteur, v.jour FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes);
        IF (SELECT count(*) FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes)) < cardinality(p_personnes) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
    END IF;
    IF p_note IS NOT NULL THEN
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES (v.id, v.auteur, p_note);
    END IF;
    PERFORM noyau.journaliser(p_journal, p_instant, p_chaine, p_acteur, p_processus, NULL, 'creation', 'accompagnement.Activite', v.id::text, NULL, p_apres, NULL, NULL);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES (p_evenement, p_nom, p_charge, p_instant, p_processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT p_evenement, g, p_instant FROM unnest(p_gestionnaires) g;
    END IF;
    RETURN 'ecrite';
END $$;
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.verrou_jours', '2026-01-01', 30, 'Trente jours pour corriger sans motif (dispositifs §2.8)');
