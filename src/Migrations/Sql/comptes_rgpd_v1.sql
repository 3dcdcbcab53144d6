-- Rights of people on what is known of them: requests, proofs of erasure, consents, access log, codes for the support; what each purge did.
-- Works in the system context 'systeme:droits' for what a person or a manager decides about one account, in a scope of its own.

-- What the purges did holds nothing about a person.
GRANT SELECT, INSERT ON noyau.purges TO faireavec_app;

-- The job of the reports is now one of the purges.
DO $$ BEGIN
    IF to_regclass('taches.qrtz_job_details') IS NOT NULL THEN
        DELETE FROM taches.qrtz_cron_triggers WHERE trigger_name = 'cartographie.signalements';
        DELETE FROM taches.qrtz_triggers WHERE trigger_name = 'cartographie.signalements';
        DELETE FROM taches.qrtz_job_details WHERE job_name = 'cartographie.signalements';
    END IF;
END $$;

-- What the journal says of one person, and what one person wrote, without reading all of it.
CREATE INDEX ix_journal_personne ON noyau.journal (personne, instant) WHERE personne IS NOT NULL;
CREATE INDEX ix_journal_compte ON noyau.journal (acteur, instant) WHERE length(acteur) = 36;

-- The key of a person, to read what the journal says of them: for that person only, and never made by reading.
CREATE FUNCTION noyau.ma_cle() RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT cle FROM noyau.cles_personnes WHERE personne = noyau.compte() AND NOT noyau.a_role('regard')
$$;
REVOKE ALL ON FUNCTION noyau.ma_cle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.ma_cle TO faireavec_app;

-- Requests: the person, who answers (national team; manager, for a person of their organisation only), auditors.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.demandes_de_droits TO faireavec_app;
ALTER TABLE comptes.demandes_de_droits ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.demandes_de_droits FOR SELECT USING (
    personne = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:droits', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));
CREATE POLICY demander ON comptes.demandes_de_droits FOR INSERT WITH CHECK (
    personne = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY traiter ON comptes.demandes_de_droits FOR UPDATE USING (
    personne = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('administrateur', 'systeme:droits', 'systeme:taches'))
    OR ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation())));
CREATE POLICY effacer ON comptes.demandes_de_droits FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Proofs of erasure: no name in them. The public page reads one by its code, in the system context.
GRANT SELECT, INSERT, DELETE ON comptes.effacements TO faireavec_app;
ALTER TABLE comptes.effacements ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.effacements FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY ecrire ON comptes.effacements FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY effacer ON comptes.effacements FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Consents: the person, who recorded it, auditors. Texts hold nothing about a person.
GRANT SELECT, INSERT ON comptes.textes_d_accord TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.accords TO faireavec_app;
GRANT UPDATE (retire_le, moyen_du_retrait) ON comptes.accords TO faireavec_app;
ALTER TABLE comptes.accords ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.accords FOR SELECT USING (
    personne = (SELECT noyau.compte()) OR recueilli_par = (SELECT noyau.compte())
    OR (SELECT noyau.a_role('auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY donner ON comptes.accords FOR INSERT WITH CHECK (recueilli_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY retirer ON comptes.accords FOR UPDATE USING (
    personne = (SELECT noyau.compte()) OR recueilli_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY effacer ON comptes.accords FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Access log: written by all in their own name, read by the person concerned and by auditors. Who looked can't read what others looked at.
GRANT SELECT, INSERT, DELETE ON comptes.consultations TO faireavec_app;
ALTER TABLE comptes.consultations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.consultations FOR SELECT USING (
    personne = (SELECT noyau.compte()) OR (SELECT noyau.a_role('auditeur', 'systeme:droits', 'systeme:taches')));
CREATE POLICY noter ON comptes.consultations FOR INSERT WITH CHECK (par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON comptes.consultations FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Codes for the support: made by the person; used in the system context, so that the support reads none.
GRANT SELECT, INSERT, DELETE ON comptes.codes_d_assistance TO faireavec_app;
GRANT UPDATE (utilise_le, essais) ON comptes.codes_d_assistance TO faireavec_app;
ALTER TABLE comptes.codes_d_assistance ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.codes_d_assistance FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits', 'systeme:taches')));
CREATE POLICY faire ON comptes.codes_d_assistance FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY utiliser ON comptes.codes_d_assistance FOR UPDATE USING (
    compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY effacer ON comptes.codes_d_assistance FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- One account is closed and erased in the system context of rights; the nightly job erases those that closed long ago.
CREATE POLICY droits_lire ON comptes.comptes FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_changer ON comptes.comptes FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.appartenances FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_finir ON comptes.appartenances FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.membres_d_equipe FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_finir ON comptes.membres_d_equipe FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_lire ON comptes.sessions FOR SELECT USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_changer ON comptes.sessions FOR UPDATE USING ((SELECT noyau.a_role('systeme:droits')));
CREATE POLICY droits_effacer ON comptes.sessions FOR DELETE USING ((SELECT noyau.a_role('systeme:droits')));

-- Whoever looks as somebody else ('regard' beside the roles of the one looked at) reads no session and no other consent than their own right gives:
-- what is about that person's rights stays with that person.
CREATE POLICY pas_en_regardant ON comptes.demandes_de_droits AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role('regard')));
CREATE POLICY pas_en_regardant ON comptes.consultations AS RESTRICTIVE FOR SELECT USING (NOT (SELECT noyau.a_role('regard')));
CREATE POLICY pas_en_regardant ON comptes.accords AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role('regard')));
