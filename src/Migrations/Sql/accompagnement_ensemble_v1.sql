-- What follows the acts that are added, once for all those of a statement: the period that is closed, the counters of the day, what moved for the figures.
DROP TRIGGER tenir_la_cloture ON accompagnement.activites;
CREATE TRIGGER tenir_la_cloture BEFORE UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.tenir_la_cloture();
DROP TRIGGER compter ON accompagnement.activites;
CREATE TRIGGER compter AFTER UPDATE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.compter();
DROP TRIGGER mouvoir ON accompagnement.activites;
CREATE TRIGGER mouvoir AFTER UPDATE OR DELETE ON accompagnement.activites FOR EACH ROW EXECUTE FUNCTION accompagnement.mouvoir();

CREATE OR REPLACE FUNCTION accompagnement.tenir_la_cloture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF noyau.a_role('systeme:personnes', 'systeme:taches') THEN
        RETURN NEW;
    END IF;
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.organisation::text, 20260701));
    IF EXISTS (SELECT 1 FROM accompagnement.clotures c WHERE (c.organisation = OLD.organisation AND c.jusquau >= OLD.jour) OR (c.organisation = NEW.organisation AND c.jusquau >= NEW.jour)) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION accompagnement.compter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- The smaller key first: two corrections at once never wait for each other in a circle.
    IF OLD.supprimee_le IS NULL AND (NEW.supprimee_le IS NOT NULL OR OLD.jour <= NEW.jour) THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_compteurs(NEW, 1);
    END IF;
    IF OLD.supprimee_le IS NULL AND NEW.supprimee_le IS NULL AND OLD.jour > NEW.jour THEN
        PERFORM accompagnement.ajouter_aux_compteurs(OLD, -1);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION accompagnement.mouvoir() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    PERFORM accompagnement.noter_un_mouvement(OLD.id, to_jsonb(OLD));
    RETURN NULL;
END $$;

CREATE FUNCTION accompagnement.suivre_les_ajouts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    -- A closing waits for the writes that began before it, and they for it.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(o.organisation::text, 20260701)) FROM (SELECT DISTINCT organisation FROM nouvelles ORDER BY organisation) o;
    IF EXISTS (SELECT 1 FROM nouvelles n JOIN accompagnement.clotures c ON c.organisation = n.organisation AND c.jusquau >= n.jour) THEN
        RAISE EXCEPTION 'Cette période est close : ses chiffres sont arrêtés. Demandez à votre structure de la rouvrir.' USING ERRCODE = 'FA002';
    END IF;

    -- The smaller key first: two writes at once never wait for each other in a circle.
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           sum((a.type IN ('Individuel', 'Demarche'))::integer),
           sum((a.type = 'Collectif')::integer),
           sum((a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer),
           sum(CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END),
           sum(a.sans_nom + a.suivies),
           sum(CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END),
           sum(CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END),
           sum(a.duree::bigint * coalesce(a.part_a_la_place, 0)),
           sum(a.duree::bigint * coalesce(a.part_avec, 0)),
           sum(a.duree::bigint * coalesce(a.part_faire, 0))
      FROM nouvelles a WHERE a.supprimee_le IS NULL
     GROUP BY a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes
     ORDER BY a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire;

    INSERT INTO accompagnement.mouvements (activite, transaction) SELECT n.id, pg_current_xact_id() FROM nouvelles n ORDER BY n.id
    ON CONFLICT (activite) DO UPDATE SET transaction = excluded.transaction;
    RETURN NULL;
END $$;
CREATE TRIGGER suivre_les_ajouts AFTER INSERT ON accompagnement.activites REFERENCING NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION accompagnement.suivre_les_ajouts();

-- Acts of one asker, written together. Beside each document, what isn't in its row: {"note":…,"personnes":[…]}, or null. Answers in the same order:
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Nothing of any is written when one of them is refused:
-- somebody who isn't followed by who asks: FA001; a period that is closed: FA002; a day of more than 24 hours: FA003.
DROP FUNCTION accompagnement.enregistrer;
CREATE FUNCTION accompagnement.enregistrer(
    p_ids uuid[], p_apres text[], p_joints text[],
    p_instant timestamptz, p_chaine smallint, p_journal uuid[], p_acteurs text[], p_processus text[],
    p_evenements uuid[], p_nom text, p_charges text[], p_gestionnaires text[]) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
    v_ecrites uuid[];
    v_auteurs uuid[];
    v_jours date[];
    v_issues text[];
BEGIN
    -- In the order of the counters' keys.
    WITH ecrites AS (
        INSERT INTO accompagnement.activites
        SELECT r.* FROM unnest(p_apres) a, jsonb_populate_record(NULL::accompagnement.activites, a::jsonb) r ORDER BY r.auteur, r.jour, r.lieu, r.id
        ON CONFLICT (id) DO NOTHING RETURNING id, auteur, jour)
    SELECT coalesce(array_agg(e.id), '{}'), array_agg(e.auteur), array_agg(e.jour) INTO v_ecrites, v_auteurs, v_jours FROM ecrites e;

    IF cardinality(v_ecrites) = cardinality(p_ids) THEN
        v_issues := array_fill('ecrite'::text, ARRAY[cardinality(p_ids)]);
    ELSE
        v_issues := ARRAY(
            SELECT CASE WHEN u.id = ANY (v_ecrites) THEN 'ecrite'
                        WHEN EXISTS (SELECT 1 FROM accompagnement.activites a, jsonb_populate_record(NULL::accompagnement.activites, u.apres::jsonb) v
                                      WHERE a.id = u.id AND a.empreinte = v.empreinte AND a.auteur = v.auteur) THEN 'deja'
                        ELSE 'autre' END
              FROM unnest(p_ids, p_apres) WITH ORDINALITY u(id, apres, n) ORDER BY u.n);
        IF v_ecrites = '{}' THEN
            RETURN v_issues;
        END IF;
        SELECT array_agg(u.id ORDER BY u.n), array_agg(u.apres ORDER BY u.n), array_agg(u.joint ORDER BY u.n), array_agg(u.journal ORDER BY u.n), array_agg(u.acteur ORDER BY u.n),
               array_agg(u.processus ORDER BY u.n), array_agg(u.evenement ORDER BY u.n), array_agg(u.charge ORDER BY u.n)
          INTO p_ids, p_apres, p_joints, p_journal, p_acteurs, p_processus, p_evenements, p_charges
          FROM unnest(p_ids, p_apres, p_joints, p_journal, p_acteurs, p_processus, p_evenements, p_charges) WITH ORDINALITY u(id, apres, joint, journal, acteur, processus, evenement, charge, n)
         WHERE u.id = ANY (v_ecrites);
    END IF;

    PERFORM accompagnement.tenir_la_journee(j.auteur, j.jour) FROM (SELECT DISTINCT u.auteur, u.jour FROM unnest(v_auteurs, v_jours) u(auteur, jour) ORDER BY u.auteur, u.jour) j;

    IF EXISTS (SELECT 1 FROM unnest(p_joints) j WHERE j IS NOT NULL) THEN
        -- Somebody who was merged meanwhile is the one they turned out to be.
        INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour)
        SELECT DISTINCT e.id, coalesce(p.fusionnee_dans, p.id), e.auteur, e.jour
          FROM unnest(v_ecrites, v_auteurs, v_jours) e(id, auteur, jour)
          JOIN unnest(p_ids, p_joints) u(id, joint) ON u.id = e.id
         CROSS JOIN jsonb_array_elements_text(u.joint::jsonb -> 'personnes') x(personne)
          JOIN accompagnement.personnes p ON p.id = x.personne::uuid;
        IF EXISTS (SELECT 1 FROM unnest(p_joints) j(joint), jsonb_array_elements_text(j.joint::jsonb -> 'personnes') x(personne)
                    WHERE NOT EXISTS (SELECT 1 FROM accompagnement.personnes p WHERE p.id = x.personne::uuid)) THEN
            RAISE EXCEPTION 'personne' USING ERRCODE = 'FA001';
        END IF;
        INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte)
        SELECT e.id, e.auteur, u.joint::jsonb ->> 'note' FROM unnest(v_ecrites, v_auteurs) e(id, auteur) JOIN unnest(p_ids, p_joints) u(id, joint) ON u.id = e.id
         WHERE u.joint::jsonb ->> 'note' IS NOT NULL;
    END IF;

    PERFORM noyau.journaliser_ensemble(p_journal, p_instant, p_chaine, p_acteurs, p_processus, 'creation', 'accompagnement.Activite', p_ids, p_apres);
    INSERT INTO noyau.evenements (id, nom, charge, instant, processus)
    SELECT e.id, p_nom, e.charge::jsonb, p_instant, e.processus FROM unnest(p_evenements, p_charges, p_processus) e(id, charge, processus);
    IF cardinality(p_gestionnaires) > 0 THEN
        INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT e, g, p_instant FROM unnest(p_evenements) e, unnest(p_gestionnaires) g;
    END IF;
    RETURN v_issues;
END $$;
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;
