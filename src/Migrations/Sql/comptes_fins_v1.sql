-- Roles that somebody may end: those that they may give, and for a manager of an organisation the coordinateurs that it employs. Nobody puts out whoever
-- is above them. The same as RolesADonner.PermetDeFinir.
DROP POLICY finir ON comptes.appartenances;
CREATE POLICY finir ON comptes.appartenances FOR UPDATE USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches'))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant')
        AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur')
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));
