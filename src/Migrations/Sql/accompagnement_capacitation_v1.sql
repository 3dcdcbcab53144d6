-- Paths, levels, reminders, signals: what the database refuses whatever the code does.

-- The people whom the one who asks follows today, and those that turned out to be them: what was kept under a former id stays there, so that a joining can be undone.
CREATE FUNCTION accompagnement.ids_de_mes_personnes() RETURNS TABLE (id uuid, personne uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT p, p FROM accompagnement.mes_personnes() p
    UNION
    SELECT p.id, p.fusionnee_dans FROM accompagnement.personnes p WHERE p.fusionnee_dans IN (SELECT accompagnement.mes_personnes())
$$;
REVOKE ALL ON FUNCTION accompagnement.ids_de_mes_personnes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ids_de_mes_personnes TO faireavec_app;

ALTER TABLE accompagnement.positionnements ADD CHECK (niveau BETWEEN 0 AND 5);
ALTER TABLE accompagnement.rappels_de_suivi ADD CHECK (au_plus_tard >= a_partir_du);

-- Somebody's path is read by who follows them today, and by nobody else: neither their coordinator, nor their employer, nor the State.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['parcours', 'savoir_faire_choisis', 'positionnements', 'rappels_de_suivi'] LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.%I TO faireavec_app', t);
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (personne IN (SELECT i.id FROM accompagnement.ids_de_mes_personnes() i) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:demarrage'', ''systeme:droits'')))', t);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK (((SELECT noyau.a_role(''mediateur'', ''conseiller_numerique'')) AND personne IN (SELECT accompagnement.mes_personnes())) OR (SELECT noyau.a_role(''systeme:demarrage'')))', t);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (((SELECT noyau.a_role(''mediateur'', ''conseiller_numerique'')) AND personne IN (SELECT i.id FROM accompagnement.ids_de_mes_personnes() i)) OR (SELECT noyau.a_role(''systeme:taches'')))', t);
    END LOOP;
END $$;
-- Only the rights of people erase; a savoir-faire that was never looked at may be taken out of a path.
CREATE POLICY effacer ON accompagnement.parcours FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON accompagnement.positionnements FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON accompagnement.rappels_de_suivi FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY retirer ON accompagnement.savoir_faire_choisis FOR DELETE USING (
    (SELECT noyau.a_role('systeme:droits'))
    OR ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND personne IN (SELECT accompagnement.mes_personnes())
        AND NOT EXISTS (SELECT 1 FROM accompagnement.positionnements p WHERE p.parcours = savoir_faire_choisis.parcours AND p.savoir_faire = savoir_faire_choisis.savoir_faire)));

-- A signal is its médiateur's. Who coordinates is told by the function below, without the person helped.
GRANT SELECT, INSERT, DELETE ON accompagnement.signaux_de_saisie TO faireavec_app;
GRANT UPDATE (vu_le, explique_le, explication, transmis_le) ON accompagnement.signaux_de_saisie TO faireavec_app;
ALTER TABLE accompagnement.signaux_de_saisie ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.signaux_de_saisie FOR SELECT USING (
    (mediateur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard'))) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY trouver ON accompagnement.signaux_de_saisie FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY changer ON accompagnement.signaux_de_saisie FOR UPDATE USING (mediateur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY effacer ON accompagnement.signaux_de_saisie FOR DELETE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

CREATE FUNCTION accompagnement.signaux_transmis() RETURNS TABLE (nature text, mediateur uuid, jour date, transmis_le timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT s.nature, s.mediateur, s.jour, s.transmis_le FROM accompagnement.signaux_de_saisie s
    WHERE s.transmis_le IS NOT NULL AND s.explique_le IS NULL AND noyau.a_role('coordinateur') AND NOT noyau.a_role('regard') AND s.equipes && noyau.equipes()
$$;

-- What counts the same for everybody: no person helped in it.
GRANT SELECT, INSERT ON accompagnement.changements_de_demarches TO faireavec_app;
ALTER TABLE accompagnement.changements_de_demarches ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.changements_de_demarches FOR SELECT USING ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'systeme:taches')));
CREATE POLICY noter ON accompagnement.changements_de_demarches FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()));

-- For the figures of a team: levels and visits with a number in the place of each person, that leads to nobody and is another one each time.
CREATE FUNCTION accompagnement.evaluations_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, savoir_faire text, niveau integer, preuve text, moment text, jour date, perdue boolean) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || coalesce(x.fusionnee_dans, x.id)::text)), p.savoir_faire::text, p.niveau, p.preuve::text, p.moment::text, p.jour, c.etat = 'PerduDeVue'
    FROM sel, accompagnement.positionnements p
    JOIN accompagnement.parcours c ON c.id = p.parcours
    JOIN accompagnement.personnes x ON x.id = p.personne
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis
$$;
CREATE FUNCTION accompagnement.venues_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, demarche text, jour date, part_a_la_place integer, part_avec integer, part_faire integer) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || coalesce(x.fusionnee_dans, x.id)::text)), lower(btrim(a.demarche)), a.jour, a.part_a_la_place, a.part_avec, a.part_faire
    FROM sel, accompagnement.activites a
    JOIN accompagnement.accompagnements u ON u.activite = a.id
    JOIN accompagnement.personnes x ON x.id = u.personne
    WHERE noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND a.supprimee_le IS NULL AND a.jour >= p_depuis
$$;
CREATE FUNCTION accompagnement.etats_des_parcours_des_equipes(p_depuis date) RETURNS TABLE (etat text, nombre bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT c.etat::text, count(*) FROM accompagnement.parcours c
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis GROUP BY 1
$$;
REVOKE ALL ON FUNCTION accompagnement.signaux_transmis, accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.etats_des_parcours_des_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.signaux_transmis, accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.etats_des_parcours_des_equipes TO faireavec_app;
