-- Accounts exist: those who keep the data of places read and treat what only the administrator did.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['signalements', 'anomalies', 'lignes_en_attente', 'historique_lieux'] LOOP
        EXECUTE format('DROP POLICY lire ON cartographie.%I', v_table);
        EXECUTE format('CREATE POLICY lire ON cartographie.%I FOR SELECT USING ((SELECT noyau.a_role(''administrateur'', ''gestionnaire_donnees'', ''systeme:commande'', ''systeme:taches'')))', v_table);
    END LOOP;
END $$;
DROP POLICY traiter ON cartographie.signalements;
CREATE POLICY traiter ON cartographie.signalements FOR UPDATE
    USING ((SELECT noyau.a_role('administrateur', 'gestionnaire_donnees', 'systeme:commande')));
DROP POLICY effacer ON cartographie.lignes_en_attente;
CREATE POLICY effacer ON cartographie.lignes_en_attente FOR DELETE
    USING ((SELECT noyau.a_role('administrateur', 'gestionnaire_donnees', 'systeme:commande', 'systeme:taches')));
