-- Imports of acts: the deposited file, what is read of it, and the ids by which other tools call our acts. Their author's alone: neither a colleague, nor who manages, nor
-- the support that looks as somebody reads any of it.
ALTER TABLE accompagnement.imports
    ADD CONSTRAINT ck_imports_etat CHECK (etat IN ('Colonnes', 'Lecture', 'AVerifier', 'Ecriture', 'Termine', 'Annulation', 'Annule', 'Refuse', 'Abandonne')),
    ADD CONSTRAINT ck_imports_empreinte CHECK (octet_length(empreinte) = 32);
ALTER TABLE accompagnement.lignes_d_import
    ADD CONSTRAINT ck_lignes_d_import_sort CHECK (sort IN ('Nouveau', 'Deja', 'Corrige', 'Conflit', 'Double', 'SupprimeIci', 'Refuse')),
    ADD CONSTRAINT ck_lignes_d_import_fait CHECK (fait IN ('Ecrit', 'Corrige', 'Lie', 'Garde', 'Refuse', 'Laisse'));
ALTER TABLE accompagnement.identifiants_externes
    ADD CONSTRAINT ck_identifiants_externes_empreinte CHECK (octet_length(empreinte) = 32);

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.imports, accompagnement.lignes_d_import, accompagnement.identifiants_externes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.morceaux_d_import TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['imports', 'lignes_d_import', 'morceaux_d_import', 'identifiants_externes'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:taches'', ''systeme:droits'')))', v_table);
    END LOOP;
END $$;

CREATE POLICY deposer ON accompagnement.imports FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
-- What hangs on an import is its author's: nobody hangs anything on somebody else's.
CREATE POLICY ecrire ON accompagnement.lignes_d_import FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND EXISTS (SELECT 1 FROM accompagnement.imports i WHERE i.id = import AND i.auteur = (SELECT noyau.compte())));
CREATE POLICY deposer ON accompagnement.morceaux_d_import FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND EXISTS (SELECT 1 FROM accompagnement.imports i WHERE i.id = import AND i.auteur = (SELECT noyau.compte())));
CREATE POLICY reconnaitre ON accompagnement.identifiants_externes FOR INSERT WITH CHECK (
    auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
