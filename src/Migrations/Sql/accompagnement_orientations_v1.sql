-- Orientations: needs, what is sent and to whom, what a place can receive, links of receivers without an account. Who sends sees theirs; the organisation
-- that receives sees what was sent to it, once it was; nobody else sees anything, whoever manages, pays, supports or runs the platform. No row holds somebody.
-- 'systeme:orientation': what a signed link opens, in a scope of its own.
ALTER TABLE accompagnement.besoins_exprimes
    ADD CONSTRAINT ck_besoins_exprimes_reorientations CHECK (reorientations BETWEEN 0 AND 2 AND envois >= reorientations AND envois <= 3),
    ADD CONSTRAINT ck_besoins_exprimes_referent CHECK ((referent_unique IS NULL) = (referent_depuis IS NULL) AND (referent_unique IS NULL OR reorientations = 2));
ALTER TABLE accompagnement.orientations
    -- The third time on doesn't exist.
    ADD CONSTRAINT ck_orientations_rang CHECK (rang BETWEEN 0 AND 2),
    ADD CONSTRAINT ck_orientations_ou CHECK ((lieu IS NULL) <> (structure IS NULL)),
    -- Nothing leaves without a yes.
    ADD CONSTRAINT ck_orientations_accord CHECK (envoyee_le IS NULL OR jsonb_array_length(accords) > 0),
    ADD CONSTRAINT ck_orientations_arrivee CHECK ((honoree_le IS NULL) = (confirmee_par IS NULL)),
    ADD CONSTRAINT ck_orientations_close CHECK (etat <> 'Close' OR resultat IS NOT NULL);
-- One at a time for a need.
CREATE UNIQUE INDEX ux_orientations_en_cours ON accompagnement.orientations (besoin) WHERE etat NOT IN ('Close', 'Refusee', 'Expiree');
ALTER TABLE accompagnement.receveurs ADD CONSTRAINT ck_receveurs_par_semaine CHECK (par_semaine BETWEEN 0 AND 500);

GRANT SELECT, INSERT ON accompagnement.besoins_exprimes, accompagnement.orientations, accompagnement.liens_d_orientation TO faireavec_app;
GRANT UPDATE (reorientations, envois, referent_unique, referent_depuis, clos_le, version) ON accompagnement.besoins_exprimes TO faireavec_app;
GRANT UPDATE (precision, accords, retour_consenti, etat, etat_depuis, envoyee_le, repondue_le, rdv_le, honoree_le, confirmee_par, finie_le, resultat, motif, version) ON accompagnement.orientations TO faireavec_app;
GRANT UPDATE (retire_le) ON accompagnement.liens_d_orientation TO faireavec_app;
GRANT DELETE ON accompagnement.besoins_exprimes, accompagnement.orientations, accompagnement.liens_d_orientation TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.receveurs TO faireavec_app;
ALTER TABLE accompagnement.besoins_exprimes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.orientations ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.liens_d_orientation ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.receveurs ENABLE ROW LEVEL SECURITY;

CREATE POLICY lire ON accompagnement.besoins_exprimes FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR referent_unique = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY dire ON accompagnement.besoins_exprimes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'aidant')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.besoins_exprimes FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) OR referent_unique = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')))
    WITH CHECK (true);
CREATE POLICY purger ON accompagnement.besoins_exprimes FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

CREATE POLICY lire ON accompagnement.orientations FOR SELECT USING (
    auteur = (SELECT noyau.compte())
    OR (destinataire = (SELECT noyau.organisation()) AND envoyee_le IS NOT NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
    OR besoin IN (SELECT id FROM accompagnement.besoins_exprimes WHERE referent_unique = (SELECT noyau.compte()))
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY envoyer ON accompagnement.orientations FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'aidant')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.orientations FOR UPDATE USING (
    auteur = (SELECT noyau.compte())
    OR (destinataire = (SELECT noyau.organisation()) AND envoyee_le IS NOT NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
    OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches')));
CREATE POLICY purger ON accompagnement.orientations FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The link: of who sends. It is looked for by its hash in the system context.
CREATE POLICY lire ON accompagnement.liens_d_orientation FOR SELECT USING (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())) OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches')));
CREATE POLICY donner ON accompagnement.liens_d_orientation FOR INSERT WITH CHECK (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())));
CREATE POLICY retirer ON accompagnement.liens_d_orientation FOR UPDATE USING (
    orientation IN (SELECT id FROM accompagnement.orientations WHERE auteur = (SELECT noyau.compte())));
CREATE POLICY purger ON accompagnement.liens_d_orientation FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- What a place can receive: for whoever works and sends. About a place, never about somebody.
CREATE POLICY lire ON accompagnement.receveurs FOR SELECT USING (
    (SELECT noyau.compte()) IS NOT NULL OR (SELECT noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY declarer ON accompagnement.receveurs FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.receveurs FOR UPDATE USING (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY retirer ON accompagnement.receveurs FOR DELETE USING (
    (SELECT noyau.a_role('gestionnaire_structure', 'referent', 'coordinateur', 'mediateur', 'conseiller_numerique')) AND organisation = (SELECT noyau.organisation()));

-- Nobody looks at them through somebody else's screen.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['besoins_exprimes', 'orientations', 'liens_d_orientation'] LOOP
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

-- How many people were sent to a place since an instant, by whoever: the capacity that is left. A count, nothing else.
CREATE FUNCTION accompagnement.envoyees_depuis(p_lieu text, p_depuis timestamptz) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT count(*)::integer FROM accompagnement.orientations
    WHERE lieu = p_lieu AND envoyee_le >= p_depuis AND etat NOT IN ('Refusee', 'Expiree')
      AND (noyau.compte() IS NOT NULL OR noyau.a_role('systeme:orientation', 'systeme:taches', 'systeme:demarrage'))
$$;
REVOKE ALL ON FUNCTION accompagnement.envoyees_depuis FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.envoyees_depuis TO faireavec_app;

-- What the figures of an organisation need: neither who, nor what need, nor where. Those to a place of one's own aren't counted.
CREATE FUNCTION accompagnement.orientations_comptees(p_du timestamptz, p_au timestamptz)
RETURNS TABLE (etat text, rang integer, urgent boolean, envoyee_le timestamptz, repondue_le timestamptz, honoree_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT o.etat::text, o.rang, o.urgent, o.envoyee_le, o.repondue_le, o.honoree_le FROM accompagnement.orientations o
    WHERE o.organisation = noyau.organisation() AND o.envoyee_le >= p_du AND o.envoyee_le < p_au AND NOT o.meme_structure
      AND noyau.a_role('coordinateur', 'gestionnaire_structure') AND NOT noyau.a_role('regard')
$$;
REVOKE ALL ON FUNCTION accompagnement.orientations_comptees FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.orientations_comptees TO faireavec_app;
