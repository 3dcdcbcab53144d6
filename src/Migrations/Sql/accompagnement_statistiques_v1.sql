-- Statistics: who people were on the day of each act, acts that changed since their month was derived, the months, and closed periods.

-- A number for each person who is followed: it says nothing outside, and counts them once.
ALTER TABLE accompagnement.personnes ADD COLUMN numero integer GENERATED ALWAYS AS IDENTITY;

-- Who somebody was on the day of an act. Their sheet may be filled or mended later: acts of periods that aren't closed follow; an erased sheet changes nothing.
CREATE FUNCTION accompagnement.dire_le_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
DECLARE
    v_public record;
BEGIN
    -- In a closed period, joining two sheets moves the person, not who they were.
    IF TG_OP = 'UPDATE' AND EXISTS (
        SELECT 1 FROM accompagnement.activites a JOIN accompagnement.clotures c ON c.organisation = a.organisation AND c.jusquau >= OLD.jour WHERE a.id = NEW.activite) THEN
        RETURN NEW;
    END IF;
    SELECT coalesce(p.genre, 'non_communique') AS genre, accompagnement.tranche_d_age(p.annee_de_naissance, p.age, NEW.jour) AS age, coalesce(p.statut, 'non_communique') AS statut
    INTO v_public FROM accompagnement.personnes p WHERE p.id = NEW.personne AND p.effacee_le IS NULL;
    IF FOUND THEN
        NEW.genre := v_public.genre;
        NEW.age := v_public.age;
        NEW.statut := v_public.statut;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dire_le_public BEFORE INSERT OR UPDATE OF personne, jour ON accompagnement.accompagnements FOR EACH ROW EXECUTE FUNCTION accompagnement.dire_le_public();

CREATE FUNCTION accompagnement.suivre_le_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The acts first, in order, as who corrects one does: neither waits for the other in a circle.
    PERFORM FROM accompagnement.activites a WHERE a.id IN (SELECT u.activite FROM accompagnement.accompagnements u WHERE u.personne = NEW.id) ORDER BY a.id FOR NO KEY UPDATE;
    UPDATE accompagnement.accompagnements u SET genre = coalesce(NEW.genre, 'non_communique'), age = accompagnement.tranche_d_age(NEW.annee_de_naissance, NEW.age, u.jour), statut = coalesce(NEW.statut, 'non_communique')
    FROM accompagnement.activites a
    WHERE u.personne = NEW.id AND a.id = u.activite
      AND NOT EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = a.organisation AND c.jusquau >= a.jour);
    RETURN NULL;
END $$;
CREATE TRIGGER suivre_le_public AFTER UPDATE OF genre, annee_de_naissance, age, statut ON accompagnement.personnes FOR EACH ROW
    WHEN (NEW.effacee_le IS NULL AND (OLD.genre, OLD.annee_de_naissance, OLD.age, OLD.statut) IS DISTINCT FROM (NEW.genre, NEW.annee_de_naissance, NEW.age, NEW.statut))
    EXECUTE FUNCTION accompagnement.suivre_le_public();
UPDATE accompagnement.accompagnements SET jour = jour;

-- Written by triggers, emptied by the derivation. The first change since a derivation keeps what the month holds; later ones only say that they happened, so that
-- a derivation that began meanwhile is begun again.
CREATE FUNCTION accompagnement.noter_un_mouvement(p_activite uuid, p_ancien jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The same transaction wrote it already: most often, the act is new and its people are added.
    IF EXISTS (SELECT 1 FROM accompagnement.mouvements m WHERE m.activite = p_activite AND m.transaction = pg_current_xact_id()) THEN
        RETURN;
    END IF;
    INSERT INTO accompagnement.mouvements AS m (activite, ancien, personnes, transaction)
    VALUES (p_activite, p_ancien,
        CASE WHEN p_ancien IS NULL THEN NULL ELSE (
            SELECT jsonb_agg(jsonb_build_array(p.numero, u.genre, u.age, u.statut)) FROM accompagnement.accompagnements u JOIN accompagnement.personnes p ON p.id = u.personne WHERE u.activite = p_activite) END,
        pg_current_xact_id())
    ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
END $$;
REVOKE ALL ON FUNCTION accompagnement.noter_un_mouvement FROM PUBLIC;

CREATE FUNCTION accompagnement.mouvoir() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO accompagnement.mouvements (activite, transaction) VALUES (NEW.id, pg_current_xact_id())
        ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
    ELSE
        PERFORM accompagnement.noter_un_mouvement(OLD.id, to_jsonb(OLD));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER mouvoir AFTER INSERT OR UPDATE OR DELETE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir();

CREATE FUNCTION accompagnement.mouvoir_les_personnes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM accompagnement.noter_un_mouvement(a.id, to_jsonb(a)) FROM accompagnement.activites a
    WHERE a.id = CASE WHEN TG_OP = 'INSERT' THEN NEW.activite ELSE OLD.activite END
      AND NOT EXISTS (SELECT 1 FROM accompagnement.mouvements m WHERE m.activite = a.id AND m.transaction = pg_current_xact_id());
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- After « dire_le_public », by name.
CREATE TRIGGER mouvoir_les_personnes BEFORE INSERT OR UPDATE OR DELETE ON accompagnement.accompagnements FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir_les_personnes();

-- What was there before.
INSERT INTO accompagnement.mouvements (activite, transaction) SELECT id, pg_current_xact_id() FROM accompagnement.activites;

-- Closed periods: nothing that would change what was reported. Joining two sheets of one person still moves who was in an act, not the act.
CREATE FUNCTION accompagnement.tenir_la_cloture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF noyau.a_role('systeme:personnes', 'systeme:taches') THEN
            RETURN NEW;
        END IF;
    END IF;
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.organisation::text, 20260701));
    IF TG_OP = 'UPDATE' THEN
        IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = OLD.organisation AND c.jusquau >= OLD.jour) THEN
            RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE c.organisation = NEW.organisation AND c.jusquau >= NEW.jour) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tenir_la_cloture BEFORE INSERT OR UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.tenir_la_cloture();
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.clotures TO faireavec_app;
ALTER TABLE accompagnement.clotures ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.clotures FOR SELECT USING (organisation = (SELECT noyau.organisation()) OR (SELECT noyau.a_role('administrateur', 'systeme:taches', 'systeme:statistiques')));
CREATE POLICY clore ON accompagnement.clotures FOR INSERT WITH CHECK ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY avancer ON accompagnement.clotures FOR UPDATE USING ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));
CREATE POLICY rouvrir ON accompagnement.clotures FOR DELETE USING ((SELECT noyau.a_role('gestionnaire_structure')) AND organisation = (SELECT noyau.organisation()));

-- The months and what changed since: read and written for figures only. Nobody sees them as themselves; a page asks for sums.
GRANT SELECT, INSERT, UPDATE ON accompagnement.cumuls_du_mois TO faireavec_app;
ALTER TABLE accompagnement.cumuls_du_mois ENABLE ROW LEVEL SECURITY;
CREATE POLICY chiffres ON accompagnement.cumuls_du_mois USING ((SELECT noyau.a_role('systeme:statistiques')));
GRANT SELECT, UPDATE, DELETE ON accompagnement.mouvements TO faireavec_app;
ALTER TABLE accompagnement.mouvements ENABLE ROW LEVEL SECURITY;
CREATE POLICY chiffres ON accompagnement.mouvements USING ((SELECT noyau.a_role('systeme:statistiques')));
ALTER TABLE accompagnement.cumuls_du_mois ALTER COLUMN faits SET STORAGE EXTENDED;

-- The acts that figures count, without a name: those of somebody, those of teams, or those of a département in a month (one month, no author, no team).
CREATE FUNCTION accompagnement.actes_a_denombrer(p_auteur uuid, p_equipes uuid[], p_departement text, p_du date, p_au date) RETURNS SETOF accompagnement.activites
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
BEGIN
    IF NOT noyau.a_role('systeme:statistiques') THEN
        RETURN;
    ELSIF p_auteur IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.auteur = p_auteur AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_equipes IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.equipes && p_equipes AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_departement = '' THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement IS NULL AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSE
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement = p_departement AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    END IF;
END $$;
CREATE FUNCTION accompagnement.personnes_a_denombrer(p_auteur uuid, p_equipes uuid[], p_departement text, p_du date, p_au date)
RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.actes_a_denombrer(p_auteur, p_equipes, p_departement, p_du, p_au) a
    JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE a.suivies > 0
$$;

-- What changed since its month was derived: what the month holds of it (ancien), and what it is now.
CREATE FUNCTION accompagnement.actes_d_avant() RETURNS SETOF accompagnement.activites
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT r.* FROM accompagnement.mouvements m, LATERAL jsonb_populate_record(NULL::accompagnement.activites, m.ancien) r
    WHERE noyau.a_role('systeme:statistiques') AND m.ancien IS NOT NULL AND r.supprimee_le IS NULL
$$;
CREATE FUNCTION accompagnement.personnes_d_avant() RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT m.activite, (p.v ->> 0)::integer, p.v ->> 1, p.v ->> 2, p.v ->> 3
    FROM accompagnement.mouvements m, LATERAL jsonb_array_elements(m.personnes) p (v)
    WHERE noyau.a_role('systeme:statistiques') AND m.personnes IS NOT NULL
$$;
CREATE FUNCTION accompagnement.actes_d_a_present() RETURNS SETOF accompagnement.activites
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.* FROM accompagnement.mouvements m JOIN accompagnement.activites a ON a.id = m.activite
    WHERE noyau.a_role('systeme:statistiques') AND a.supprimee_le IS NULL
$$;
CREATE FUNCTION accompagnement.personnes_d_a_present() RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.mouvements m JOIN accompagnement.accompagnements u ON u.activite = m.activite JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE noyau.a_role('systeme:statistiques')
$$;
-- Months to derive again, by the acts that changed.
CREATE FUNCTION accompagnement.mois_a_deriver() RETURNS TABLE (activite uuid, departement text, mois date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT m.activite, coalesce(a.departement, ''), date_trunc('month', a.jour)::date FROM accompagnement.mouvements m JOIN accompagnement.activites a ON a.id = m.activite WHERE noyau.a_role('systeme:statistiques')
    UNION
    SELECT m.activite, coalesce(m.ancien ->> 'departement', ''), date_trunc('month', (m.ancien ->> 'jour')::date)::date FROM accompagnement.mouvements m WHERE m.ancien IS NOT NULL AND noyau.a_role('systeme:statistiques')
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer, accompagnement.actes_d_avant, accompagnement.personnes_d_avant, accompagnement.actes_d_a_present, accompagnement.personnes_d_a_present, accompagnement.mois_a_deriver FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer, accompagnement.actes_d_avant, accompagnement.personnes_d_avant, accompagnement.actes_d_a_present, accompagnement.personnes_d_a_present, accompagnement.mois_a_deriver TO faireavec_app;

-- Counts of the night: kept by the job, read by who runs the platform.
GRANT SELECT, INSERT ON accompagnement.recomptes TO faireavec_app;
ALTER TABLE accompagnement.recomptes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.recomptes FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'systeme:taches')));
CREATE POLICY ecrire ON accompagnement.recomptes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:taches')));
