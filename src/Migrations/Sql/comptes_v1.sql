-- Organisations, accounts, memberships, teams, sessions: what the database refuses whatever the code does.
CREATE EXTENSION IF NOT EXISTS btree_gist;
GRANT USAGE ON SCHEMA comptes TO faireavec_app;

-- One role, one organisation, one person: never two at once.
ALTER TABLE comptes.appartenances ADD CONSTRAINT ck_appartenances_ordre CHECK (fin >= debut);
ALTER TABLE comptes.appartenances ADD CONSTRAINT ex_appartenances_sans_chevauchement
    EXCLUDE USING gist (compte WITH =, organisation WITH =, role WITH =, tstzrange(debut, fin) WITH &&);
ALTER TABLE comptes.membres_d_equipe ADD CONSTRAINT ck_membres_d_equipe_ordre CHECK (fin >= debut);
ALTER TABLE comptes.membres_d_equipe ADD CONSTRAINT ex_membres_d_equipe_sans_chevauchement
    EXCLUDE USING gist (equipe WITH =, compte WITH =, (coordonne::int) WITH =, tstzrange(debut, fin) WITH &&);
ALTER TABLE comptes.fonctions ADD CONSTRAINT ck_fonctions_ordre CHECK (fin >= debut);
ALTER TABLE comptes.fonctions ADD CONSTRAINT ex_fonctions_sans_chevauchement
    EXCLUDE USING gist (organisation WITH =, fonction WITH =, daterange(debut, fin) WITH &&);

-- Organisations hold nothing about a person.
GRANT SELECT, INSERT, UPDATE ON comptes.organisations, comptes.equipes TO faireavec_app;
GRANT SELECT, INSERT ON comptes.fonctions TO faireavec_app;
GRANT UPDATE (fin) ON comptes.fonctions TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.lieux_d_organisation TO faireavec_app;

-- The teams that the one who asks coordinates now. Definer: the policy of the table can't read the table itself.
CREATE FUNCTION comptes.mes_equipes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT equipe FROM comptes.membres_d_equipe WHERE compte = noyau.compte() AND coordonne AND fin IS NULL
$$;
REVOKE ALL ON FUNCTION comptes.mes_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_equipes TO faireavec_app;

GRANT SELECT, INSERT ON comptes.membres_d_equipe TO faireavec_app;
GRANT UPDATE (fin) ON comptes.membres_d_equipe TO faireavec_app;
ALTER TABLE comptes.membres_d_equipe ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.membres_d_equipe FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR equipe IN (SELECT comptes.mes_equipes())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR ((SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));
CREATE POLICY ecrire ON comptes.membres_d_equipe FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:commande', 'systeme:demarrage'))
    OR (NOT coordonne AND equipe IN (SELECT comptes.mes_equipes()))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));
CREATE POLICY finir ON comptes.membres_d_equipe FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR equipe IN (SELECT comptes.mes_equipes())
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND equipe IN (SELECT id FROM comptes.equipes WHERE organisation = (SELECT noyau.organisation()))));

-- Who works where: one's own, those of one's organisation, of one's teams, of the organisations of one's territory.
GRANT SELECT, INSERT ON comptes.appartenances TO faireavec_app;
GRANT UPDATE (fin, motif_de_fin) ON comptes.appartenances TO faireavec_app;
ALTER TABLE comptes.appartenances ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.appartenances FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR organisation = (SELECT noyau.organisation())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR compte IN (SELECT compte FROM comptes.membres_d_equipe WHERE equipe IN (SELECT comptes.mes_equipes()))
    OR ((SELECT noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]) OR reseau = (SELECT noyau.organisation()))));
-- National roles, those of the State and those of other systems are given by the administrator only: nobody raises a colleague above oneself.
CREATE POLICY ecrire ON comptes.appartenances FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:demarrage'))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure')
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));
CREATE POLICY finir ON comptes.appartenances FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure', 'referent')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- Accounts follow memberships: whoever sees where somebody works sees who they are. The subquery is under the policy above.
GRANT SELECT, INSERT, UPDATE ON comptes.comptes TO faireavec_app;
ALTER TABLE comptes.comptes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.comptes FOR SELECT USING (
    id = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR id IN (SELECT compte FROM comptes.appartenances));
CREATE POLICY creer ON comptes.comptes FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:demarrage')));
CREATE POLICY changer ON comptes.comptes FOR UPDATE USING (
    id = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches')));

-- Sessions: one's own. The administrator and the system close them.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.sessions TO faireavec_app;
ALTER TABLE comptes.sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.sessions FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches', 'systeme:commande')));
CREATE POLICY ouvrir ON comptes.sessions FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY changer ON comptes.sessions FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches', 'systeme:commande')));
CREATE POLICY effacer ON comptes.sessions FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Who holds this cookie, with everything that a request needs, in one call: read at every request, so that a role that ends, ends at once.
CREATE FUNCTION comptes.session_ouverte(p_empreinte bytea, p_maintenant timestamptz)
RETURNS TABLE (session uuid, titulaire uuid, compte uuid, prenom text, nom text, demonstration boolean, preuve_le timestamptz, lecture_seule boolean,
               organisation uuid, nom_organisation text, organisations integer, roles text[], departements text[], equipes uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_session comptes.sessions;
    v_compte uuid;
    v_organisations uuid[];
    v_choisie uuid;
BEGIN
    SELECT s.* INTO v_session FROM comptes.sessions s
    WHERE s.empreinte = p_empreinte AND s.fermee_le IS NULL AND s.fin_au_plus_tard > p_maintenant
      AND s.vue_le + make_interval(mins => s.inactivite_minutes) > p_maintenant;
    IF v_session.id IS NULL OR NOT EXISTS (SELECT 1 FROM comptes.comptes c WHERE c.id = v_session.compte AND c.etat = 'Actif') THEN
        RETURN;
    END IF;

    -- Not at every click: a write a minute is enough to know that somebody is there.
    IF v_session.vue_le < p_maintenant - interval '1 minute' THEN
        UPDATE comptes.sessions s SET vue_le = p_maintenant WHERE s.id = v_session.id;
    END IF;

    v_compte := CASE WHEN v_session.regarde_jusqu_a > p_maintenant THEN v_session.regarde_comme ELSE v_session.compte END;
    SELECT coalesce(array_agg(DISTINCT a.organisation), '{}') INTO v_organisations
    FROM comptes.appartenances a JOIN comptes.organisations o ON o.id = a.organisation AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
    WHERE a.compte = v_compte AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant);
    v_choisie := CASE
        WHEN v_compte = v_session.compte AND v_session.organisation = ANY (v_organisations) THEN v_session.organisation
        WHEN cardinality(v_organisations) = 1 OR v_compte <> v_session.compte THEN v_organisations[1]
    END;

    RETURN QUERY
    SELECT v_session.id, v_session.compte, c.id, c.prenom::text, c.nom::text, c.demonstration, v_session.preuve_le, v_compte <> v_session.compte,
           v_choisie, o.nom::text, cardinality(v_organisations),
           coalesce((SELECT array_agg(DISTINCT a.role::text) FROM comptes.appartenances a
                     WHERE a.compte = v_compte AND a.organisation = v_choisie AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)), '{}'),
           coalesce((SELECT array_agg(DISTINCT d) FROM comptes.appartenances a, unnest(a.departements) d
                     WHERE a.compte = v_compte AND a.organisation = v_choisie AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)), '{}'),
           coalesce((SELECT array_agg(m.equipe) FROM comptes.membres_d_equipe m
                     WHERE m.compte = v_compte AND m.coordonne AND m.debut <= p_maintenant AND (m.fin IS NULL OR m.fin > p_maintenant)), '{}')
    FROM comptes.comptes c LEFT JOIN comptes.organisations o ON o.id = v_choisie
    WHERE c.id = v_compte;
END $$;
REVOKE ALL ON FUNCTION comptes.session_ouverte FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.session_ouverte TO faireavec_app;

-- The name of who did something, for whoever may see what was done. Nothing else of the account.
CREATE FUNCTION comptes.nom_de(p_compte uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT prenom || ' ' || nom FROM comptes.comptes WHERE id = p_compte AND etat <> 'Efface'
$$;
REVOKE ALL ON FUNCTION comptes.nom_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.nom_de TO faireavec_app;
