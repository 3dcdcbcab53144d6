-- Organisations that are searched and merged, members, invitations, terms, inactivity: what the database refuses whatever the code does.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
UPDATE comptes.organisations SET nom_recherche = translate(lower(nom), 'àâäçéèêëîïôöùûüÿ’''-', 'aaaceeeeiioouuuy   ');
CREATE INDEX ix_organisations_nom_recherche ON comptes.organisations USING gin (nom_recherche gin_trgm_ops);

-- Roles that a giver may give: the same table as RolesADonner, and a territory never wider than the giver's.
DROP POLICY ecrire ON comptes.appartenances;
CREATE POLICY ecrire ON comptes.appartenances FOR INSERT WITH CHECK (
    (SELECT noyau.a_role('systeme:connexion', 'systeme:commande', 'systeme:demarrage'))
    OR ((SELECT noyau.a_role('administrateur')) AND role <> 'client_api')
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant') AND departements = '{}'
        AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('referent', 'gestionnaire_structure') AND departements = '{}'
        AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur') AND departements <@ (SELECT noyau.departements())
        AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- What a merge moved: an act of the national team, that auditors read.
GRANT SELECT, INSERT ON comptes.reunions, comptes.elements_reunis TO faireavec_app;
GRANT UPDATE (defaite_le, defaite_par) ON comptes.reunions TO faireavec_app;
ALTER TABLE comptes.reunions ENABLE ROW LEVEL SECURITY;
ALTER TABLE comptes.elements_reunis ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.reunions FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:commande', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.reunions FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur')));
CREATE POLICY defaire ON comptes.reunions FOR UPDATE USING ((SELECT noyau.a_role('administrateur')));
CREATE POLICY lire ON comptes.elements_reunis FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:commande', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.elements_reunis FOR INSERT WITH CHECK ((SELECT noyau.a_role('administrateur')));

-- Invitations: those who may invite there, and the one whose address it is.
GRANT SELECT, INSERT ON comptes.invitations TO faireavec_app;
GRANT UPDATE (expire_le, envoi, envoyee_le, acceptee_le, acceptee_par, annulee_le, compte_cree) ON comptes.invitations TO faireavec_app;
ALTER TABLE comptes.invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.invitations FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[])))
    OR cle_du_courriel = (SELECT c.cle_du_courriel FROM comptes.comptes c WHERE c.id = (SELECT noyau.compte())));
CREATE POLICY inviter ON comptes.invitations FOR INSERT WITH CHECK (
    invitee_par = (SELECT noyau.compte()) AND (
        ((SELECT noyau.a_role('administrateur')) AND role <> 'client_api')
        OR (role IN ('mediateur', 'conseiller_numerique', 'aidant') AND departements = '{}'
            AND (SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
        OR (role IN ('referent', 'gestionnaire_structure') AND departements = '{}'
            AND (SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
        OR (role IN ('mediateur', 'conseiller_numerique', 'aidant', 'referent', 'gestionnaire_structure', 'coordinateur') AND departements <@ (SELECT noyau.departements())
            AND (SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
            AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[])))));
CREATE POLICY changer ON comptes.invitations FOR UPDATE USING (
    (SELECT noyau.a_role('administrateur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:evenements'))
    OR ((SELECT noyau.a_role('referent', 'gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()))
    OR ((SELECT noyau.a_role('gestionnaire_departement', 'gestionnaire_region'))
        AND organisation IN (SELECT id FROM comptes.organisations WHERE departement = ANY ((SELECT noyau.departements())::text[]))));

-- The outbox writes to people: it reads their address, and nothing of who works where.
CREATE POLICY lire_pour_ecrire ON comptes.comptes FOR SELECT USING ((SELECT noyau.a_role('systeme:evenements')));

-- Proof of the terms: written once by the person, never changed.
GRANT SELECT, INSERT ON comptes.acceptations_des_conditions TO faireavec_app;
ALTER TABLE comptes.acceptations_des_conditions ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.acceptations_des_conditions FOR SELECT USING (
    compte = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY accepter ON comptes.acceptations_des_conditions FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:demarrage')));

-- First steps: one's own.
GRANT SELECT, INSERT, DELETE ON comptes.premiers_pas TO faireavec_app;
ALTER TABLE comptes.premiers_pas ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.premiers_pas FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:commande', 'systeme:taches')));
CREATE POLICY cocher ON comptes.premiers_pas FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()));
CREATE POLICY decocher ON comptes.premiers_pas FOR DELETE USING (compte = (SELECT noyau.compte()));

-- Inactivity: whoever sees the account knows why it is suspended.
GRANT SELECT, INSERT ON comptes.avis_d_inactivite TO faireavec_app;
GRANT UPDATE (averti_le, suspendu_le, retabli_le, retabli_par) ON comptes.avis_d_inactivite TO faireavec_app;
ALTER TABLE comptes.avis_d_inactivite ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.avis_d_inactivite FOR SELECT USING (compte IN (SELECT id FROM comptes.comptes));
CREATE POLICY avertir ON comptes.avis_d_inactivite FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY changer ON comptes.avis_d_inactivite FOR UPDATE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:connexion')));

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('comptes.invitation_jours', '2026-01-01', 7, 'Décision du projet : une semaine pour répondre'),
    ('comptes.inactivite_avis_mois', '2026-01-01', 11, 'Décision du projet : un mois pour se reconnecter avant la suspension'),
    ('comptes.inactivite_suspension_mois', '2026-01-01', 12, 'Décision du projet : un an sans connexion');
