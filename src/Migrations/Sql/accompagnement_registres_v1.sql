-- Registers of attendance and who signed them: their author's alone. What is closed doesn't change any more, whatever the code does; the support that looks
-- as somebody sees no signature.
ALTER TABLE accompagnement.registres
    ADD CHECK (debut < fin),
    ADD CHECK (papier BETWEEN 0 AND 2000),
    ADD CHECK ((ferme_le IS NULL) = (signatures IS NULL)),
    ADD CHECK (signatures BETWEEN greatest(papier, 1) AND 2000);
ALTER TABLE accompagnement.signatures_de_registres
    ADD CHECK (octet_length(prenom) <= 2000),
    ADD CHECK (octet_length(trace) <= 60000);

GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.registres, accompagnement.signatures_de_registres TO faireavec_app;
ALTER TABLE accompagnement.registres ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.signatures_de_registres ENABLE ROW LEVEL SECURITY;

CREATE POLICY lire ON accompagnement.registres FOR SELECT USING (
    auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.registres FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND auteur = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
-- One that is open is counted and closed, by its author or by the purge; one that is closed stays as it is.
CREATE POLICY changer ON accompagnement.registres FOR UPDATE USING (
    ferme_le IS NULL AND (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches'))))
    WITH CHECK (auteur = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));
CREATE POLICY retirer ON accompagnement.registres FOR DELETE USING (ferme_le IS NULL AND auteur = (SELECT noyau.compte()));

-- The registers of the one who asks that are still open. Definer: the policies below ask it for each row.
CREATE FUNCTION accompagnement.registre_ouvert(p_registre uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT EXISTS (SELECT 1 FROM accompagnement.registres r WHERE r.id = p_registre AND r.auteur = noyau.compte() AND r.ferme_le IS NULL)
$$;
REVOKE ALL ON FUNCTION accompagnement.registre_ouvert FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.registre_ouvert TO faireavec_app;

CREATE POLICY lire ON accompagnement.signatures_de_registres FOR SELECT USING (
    (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard'))) OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')));
CREATE POLICY signer ON accompagnement.signatures_de_registres FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND auteur = (SELECT noyau.compte()) AND accompagnement.registre_ouvert(registre))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.signatures_de_registres FOR UPDATE USING (
    auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')) AND accompagnement.registre_ouvert(registre))
    WITH CHECK (auteur = (SELECT noyau.compte()) AND accompagnement.registre_ouvert(registre));
-- The purge takes them from registers that are closed.
CREATE POLICY retirer ON accompagnement.signatures_de_registres FOR DELETE USING (
    (auteur = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')) AND accompagnement.registre_ouvert(registre)) OR (SELECT noyau.a_role('systeme:taches')));
