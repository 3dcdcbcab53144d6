-- Reminders that went, calendars that are read elsewhere, calendars of elsewhere that close slots.
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.rappel_premier_heures', '2026-01-01', 48, 'Décision du projet : le temps de déplacer un rendez-vous'),
    ('accompagnement.rappel_second_heures', '2026-01-01', 2, 'Décision du projet : le temps de se mettre en route'),
    ('accompagnement.sms_matin_heure', '2026-01-01', 8, 'Décision du projet : pas de SMS avant 8 h, à l’heure du lieu'),
    ('accompagnement.sms_soir_heure', '2026-01-01', 20, 'Décision du projet : pas de SMS après 20 h, à l’heure du lieu');

-- Only the job that sends them looks at it: an id and an hour, nobody.
GRANT SELECT, INSERT, DELETE ON accompagnement.rappels TO faireavec_app;
GRANT UPDATE (etat, pris_le, essais, faute) ON accompagnement.rappels TO faireavec_app;
ALTER TABLE accompagnement.rappels ENABLE ROW LEVEL SECURITY;
CREATE POLICY systeme ON accompagnement.rappels USING ((SELECT noyau.a_role('systeme:taches')));

ALTER TABLE accompagnement.flux_d_agenda ADD CHECK (length(empreinte) = 32);
ALTER TABLE accompagnement.plages_externes ADD CHECK (fin > debut);
-- One's own; nobody looks at them through somebody else's screen. Who coordinates, manages or runs the platform reads none.
GRANT SELECT, INSERT, DELETE ON accompagnement.flux_d_agenda TO faireavec_app;
GRANT UPDATE (revoque_le) ON accompagnement.flux_d_agenda TO faireavec_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.calendriers_externes TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.plages_externes TO faireavec_app;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['flux_d_agenda', 'calendriers_externes', 'plages_externes'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format($p$
            CREATE POLICY miens ON accompagnement.%I USING (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))$p$, t);
        EXECUTE format('CREATE POLICY droits ON accompagnement.%I USING ((SELECT noyau.a_role(''systeme:droits'')))', t);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE USING (NOT (SELECT noyau.a_role(''regard'')))', t);
    END LOOP;
END $$;
-- A program that has the secret of an address.
CREATE POLICY lire_par_le_secret ON accompagnement.flux_d_agenda FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY relire ON accompagnement.calendriers_externes USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY relire ON accompagnement.plages_externes USING ((SELECT noyau.a_role('systeme:taches')));
-- Whoever books sees that a slot isn't free, never why: the agenda reads the times in a context of its own.
CREATE POLICY fermer_des_creneaux ON accompagnement.plages_externes FOR SELECT USING ((SELECT noyau.a_role('systeme:agenda')));
