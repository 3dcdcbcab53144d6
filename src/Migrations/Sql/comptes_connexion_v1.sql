-- Factors of people who sign in. Each reads one's own; they are written in the system context of signing in only, so that no page can add a factor by mistake.
GRANT SELECT, INSERT, DELETE ON comptes.cles_d_acces TO faireavec_app;
GRANT UPDATE (signatures, personne_verifiee, copiee, nom, utilisee_le) ON comptes.cles_d_acces TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.applications_de_codes TO faireavec_app;
GRANT UPDATE (utilisee_le, dernier_pas) ON comptes.applications_de_codes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.codes_imprimes TO faireavec_app;
GRANT UPDATE (utilise_le) ON comptes.codes_imprimes TO faireavec_app;
GRANT SELECT, INSERT ON comptes.cartes_a_codes TO faireavec_app;
GRANT UPDATE (compte, attachee_le, utilisee_le, derive, dernier_pas) ON comptes.cartes_a_codes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.navigateurs_connus TO faireavec_app;
GRANT UPDATE (vu_le) ON comptes.navigateurs_connus TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.changements_de_courriel TO faireavec_app;
GRANT UPDATE (ancien_d_accord_le, nouveau_d_accord_le, annule_le, fait_le) ON comptes.changements_de_courriel TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['cles_d_acces', 'applications_de_codes', 'codes_imprimes', 'cartes_a_codes', 'navigateurs_connus', 'changements_de_courriel'] LOOP
        EXECUTE format('ALTER TABLE comptes.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON comptes.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'', ''systeme:commande'')))', v_table);
        EXECUTE format('CREATE POLICY ajouter ON comptes.%I FOR INSERT WITH CHECK ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:commande'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON comptes.%I FOR UPDATE USING ((SELECT noyau.a_role(''systeme:connexion'')))', v_table);
        EXECUTE format('CREATE POLICY effacer ON comptes.%I FOR DELETE USING ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'')))', v_table);
    END LOOP;
END $$;

-- Links, counters, mails that wait, answered challenges: nobody's to read but the system's, not even one's own.
GRANT SELECT, INSERT, DELETE ON comptes.liens_de_connexion TO faireavec_app;
GRANT UPDATE (utilise_le, etape, fini_le) ON comptes.liens_de_connexion TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.freins TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.lettres TO faireavec_app;
GRANT UPDATE (contenu, partie_le) ON comptes.lettres TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.defis_utilises TO faireavec_app;
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['liens_de_connexion', 'freins', 'lettres', 'defis_utilises'] LOOP
        EXECUTE format('ALTER TABLE comptes.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY systeme ON comptes.%I USING ((SELECT noyau.a_role(''systeme:connexion'', ''systeme:taches'', ''systeme:commande'')))', v_table);
    END LOOP;
END $$;

-- Requests for help: one's own, those of the people of one's organisation for who may answer. Written by the system.
GRANT SELECT, INSERT, DELETE ON comptes.demandes_de_secours TO faireavec_app;
GRANT UPDATE (etat, premier, premier_le, second, second_le, refusee_par, finie_le) ON comptes.demandes_de_secours TO faireavec_app;
ALTER TABLE comptes.demandes_de_secours ENABLE ROW LEVEL SECURITY;
ALTER TABLE comptes.demandes_de_secours ADD CONSTRAINT ck_demandes_de_secours_deux_personnes
    CHECK (premier <> compte AND second <> compte AND premier <> second AND (etat NOT IN ('Accordee', 'Faite') OR second IS NOT NULL));
-- One at a time for each person.
CREATE UNIQUE INDEX ux_demandes_de_secours_ouverte ON comptes.demandes_de_secours (compte) WHERE etat = 'EnAttente';
CREATE POLICY lire ON comptes.demandes_de_secours FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:taches'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure'))
        AND compte IN (SELECT a.compte FROM comptes.appartenances a WHERE a.organisation = (SELECT noyau.organisation()) AND a.fin IS NULL)));
CREATE POLICY demander ON comptes.demandes_de_secours FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY repondre ON comptes.demandes_de_secours FOR UPDATE USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));
CREATE POLICY effacer ON comptes.demandes_de_secours FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- The operator's command makes the national organisation and its first administrator, and looks whether there is one.
CREATE FUNCTION comptes.a_un_administrateur(p_maintenant timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT EXISTS (
        SELECT 1 FROM comptes.appartenances a JOIN comptes.comptes c ON c.id = a.compte AND c.etat = 'Actif' AND NOT c.demonstration
        WHERE a.role = 'administrateur' AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant))
$$;
REVOKE ALL ON FUNCTION comptes.a_un_administrateur FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.a_un_administrateur TO faireavec_app;
