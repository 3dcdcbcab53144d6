-- What online services cost to mediation, what a client of the API reads and corrects, and a day that has no more than 24 hours.

-- What an act says of a service: a cause is of a service, minutes are of a cause and of the act.
ALTER TABLE accompagnement.activites
    ADD CHECK (cause IS NULL OR service IS NOT NULL),
    ADD CHECK (minutes_perdues IS NULL OR (cause IS NOT NULL AND minutes_perdues BETWEEN 1 AND duree));
CREATE INDEX ix_activites_charge ON accompagnement.activites (jour) WHERE cause IS NOT NULL AND supprimee_le IS NULL;

-- The months that changed. Only acts that say a cause fire it: the others pay nothing.
CREATE FUNCTION accompagnement.noter_la_charge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.cause IS NOT NULL THEN
        INSERT INTO accompagnement.charge_a_recompter (mois) VALUES (date_trunc('month', NEW.jour)::date);
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.cause IS NOT NULL AND (NEW.cause IS NULL OR date_trunc('month', OLD.jour) <> date_trunc('month', NEW.jour)) THEN
        INSERT INTO accompagnement.charge_a_recompter (mois) VALUES (date_trunc('month', OLD.jour)::date);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER noter_la_charge_ajout AFTER INSERT ON accompagnement.activites FOR EACH ROW WHEN (NEW.cause IS NOT NULL) EXECUTE FUNCTION accompagnement.noter_la_charge();
CREATE TRIGGER noter_la_charge_changement AFTER UPDATE ON accompagnement.activites FOR EACH ROW WHEN (NEW.cause IS NOT NULL OR OLD.cause IS NOT NULL) EXECUTE FUNCTION accompagnement.noter_la_charge();

-- The counts themselves are for the job alone: a cell may hold one act. What is published comes by the function below.
GRANT SELECT, INSERT, DELETE ON accompagnement.charge_par_mois TO faireavec_app;
GRANT SELECT, DELETE ON accompagnement.charge_a_recompter TO faireavec_app;
ALTER TABLE accompagnement.charge_par_mois ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.charge_a_recompter ENABLE ROW LEVEL SECURITY;
CREATE POLICY du_compte ON accompagnement.charge_par_mois USING ((SELECT noyau.a_role('systeme:taches'))) WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY du_compte ON accompagnement.charge_a_recompter USING ((SELECT noyau.a_role('systeme:taches')));

-- What is counted again, from the acts: the whole of each month.
CREATE FUNCTION accompagnement.charge_recomptee(p_du date, p_au date) RETURNS TABLE (mois date, departement text, service text, cause text, actes integer, actes_avec_minutes integer, minutes bigint)
LANGUAGE sql STABLE AS $$
    SELECT date_trunc('month', a.jour)::date, coalesce(a.departement, ''), a.service, a.cause, count(*)::integer, count(a.minutes_perdues)::integer, coalesce(sum(a.minutes_perdues), 0)::bigint
    FROM accompagnement.activites a
    WHERE a.cause IS NOT NULL AND a.supprimee_le IS NULL AND a.jour >= p_du AND a.jour < p_au
    GROUP BY 1, 2, 3, 4
$$;

-- Counts again the months that changed; how many. Runs with the rights of who asks: the policies above hold.
CREATE FUNCTION accompagnement.recompter_la_charge() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    v_mois date[];
BEGIN
    WITH pris AS (DELETE FROM accompagnement.charge_a_recompter RETURNING mois)
    SELECT coalesce(array_agg(DISTINCT p.mois), '{}') INTO v_mois FROM pris p;
    DELETE FROM accompagnement.charge_par_mois c WHERE c.mois = ANY (v_mois);
    INSERT INTO accompagnement.charge_par_mois (mois, departement, service, cause, actes, actes_avec_minutes, minutes)
    SELECT r.* FROM unnest(v_mois) m, LATERAL accompagnement.charge_recomptee(m, (m + interval '1 month')::date) r;
    RETURN cardinality(v_mois);
END $$;

-- Where the counts differ from the acts, but for the months that wait. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_de_la_charge() RETURNS TABLE (mois date, departement text, service text, cause text, compte integer, recompte integer)
LANGUAGE sql STABLE AS $$
    SELECT coalesce(c.mois, r.mois), coalesce(c.departement, r.departement), coalesce(c.service, r.service), coalesce(c.cause, r.cause), coalesce(c.actes, 0), coalesce(r.actes, 0)
    FROM accompagnement.charge_par_mois c
    FULL JOIN accompagnement.charge_recomptee('1900-01-01', '2200-01-01') r ON (c.mois, c.departement, c.service, c.cause) = (r.mois, r.departement, r.service, r.cause)
    WHERE (coalesce(c.actes, 0), coalesce(c.actes_avec_minutes, 0), coalesce(c.minutes, 0)) <> (coalesce(r.actes, 0), coalesce(r.actes_avec_minutes, 0), coalesce(r.minutes, 0))
      AND coalesce(c.mois, r.mois) NOT IN (SELECT a.mois FROM accompagnement.charge_a_recompter a)
$$;

-- What is published of a year, before small numbers are hidden: each of the three lists by itself, the whole country, nothing crossed. Definer: read by everybody.
CREATE FUNCTION accompagnement.charge_de_l_annee(p_annee integer) RETURNS TABLE (dimension text, code text, actes integer, actes_avec_minutes integer, minutes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT CASE WHEN GROUPING(c.service) = 0 THEN 'service' WHEN GROUPING(c.cause) = 0 THEN 'cause' ELSE 'mois' END,
           coalesce(c.service, c.cause, to_char(c.mois, 'YYYY-MM')), sum(c.actes)::integer, sum(c.actes_avec_minutes)::integer, sum(c.minutes)::bigint
    FROM accompagnement.charge_par_mois c
    WHERE c.mois BETWEEN make_date(p_annee, 1, 1) AND make_date(p_annee, 12, 31)
    GROUP BY GROUPING SETS ((c.service), (c.cause), (c.mois))
$$;

-- The years that have something.
CREATE FUNCTION accompagnement.annees_de_la_charge() RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT DISTINCT extract(year FROM c.mois)::integer FROM accompagnement.charge_par_mois c ORDER BY 1 DESC
$$;
REVOKE ALL ON FUNCTION accompagnement.noter_la_charge, accompagnement.charge_recomptee, accompagnement.recompter_la_charge, accompagnement.ecarts_de_la_charge,
    accompagnement.charge_de_l_annee, accompagnement.annees_de_la_charge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.charge_recomptee, accompagnement.recompter_la_charge, accompagnement.ecarts_de_la_charge,
    accompagnement.charge_de_l_annee, accompagnement.annees_de_la_charge TO faireavec_app;

-- A day has 24 hours: called once the act is counted. The lock makes two acts of one médiateur for one day take turns, so that neither misses the other.
-- Definer: who sends for somebody doesn't read their counters.
CREATE FUNCTION accompagnement.tenir_la_journee(p_auteur uuid, p_jour date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_auteur::text, p_jour - '2000-01-01'::date));
    IF (SELECT sum(c.minutes) FROM accompagnement.compteurs_du_jour c WHERE c.auteur = p_auteur AND c.jour = p_jour) > 1440 THEN
        RAISE EXCEPTION 'journee' USING ERRCODE = 'FA003';
    END IF;
END $$;
REVOKE ALL ON FUNCTION accompagnement.tenir_la_journee FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.tenir_la_journee TO faireavec_app;

-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Somebody who isn't followed by who asks: FA001. A day of more than 24 hours: FA003.
CREATE OR REPLACE FUNCTION accompagnement.enregistrer(
    p_note text, p_personnes uuid[],
    p_journal uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_apres text,
    p_evenement uuid, p_nom text, p_charge jsonb, p_gestionnaires text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v accompagnement.activites := jsonb_populate_record(NULL::accompagnement.activites, p_apres::jsonb);
BEGIN
    INSERT INTO accompagnement.activites SELECT v.* ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN CASE WHEN EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = v.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja' ELSE 'autre' END;
    END IF;
    PERFORM accompagnement.tenir_la_journee(v.auteur, v.jour);
    IF cardinality(p_personnes) > 0 THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT v.id, coalesce(p.fusionnee_dans, p.id), v.auteur, v.jour FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes);
        IF (SELECT count(*) FROM accompagnement.personnes p WHERE p.id = ANY (p_personnes)) < cardinality(p_personnes) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
    END IF;
    IF p_note IS NOT NULL THEN
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES (v.id, v.auteur, p_note);
    END IF;
    PERFORM noyau.journaliser(p_journal, p_instant, p_chaine, p_acteur, p_processus, NULL, 'creation', 'accompagnement.Activite', v.id::text, NULL, p_apres, NULL, NULL);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES (p_evenement, p_nom, p_charge, p_instant, p_processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT p_evenement, g, p_instant FROM unnest(p_gestionnaires) g;
    END IF;
    RETURN 'ecrite';
END $$;

-- Appointments, as a client of the API reads those of its organisation: when, where, with whom of its own; neither who comes nor for what. The table itself stays closed to it.
CREATE VIEW accompagnement.rendez_vous_lus WITH (security_barrier) AS
    SELECT r.id, r.compte, r.organisation, r.lieu, r.debut, r.fin, r.fuseau, r.etat, r.tenue_jusqua, r.origine, r.remplace, r.prise_le, r.version
    FROM accompagnement.rendez_vous r
    WHERE (SELECT noyau.a_role('client_api')) AND r.organisation = (SELECT noyau.organisation());
GRANT SELECT ON accompagnement.rendez_vous_lus TO faireavec_app;
