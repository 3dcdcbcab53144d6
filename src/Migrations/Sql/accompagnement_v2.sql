-- The act's document is sent once: what the journal keeps is what is written.
-- 'ecrite'; 'deja': the same was written before; 'autre': the id is taken by something else. Somebody who isn't followed by who asks: FA001.
DROP FUNCTION accompagnement.enregistrer;
CREATE FUNCTION accompagnement.enregistrer(
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
REVOKE ALL ON FUNCTION accompagnement.enregistrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.enregistrer TO faireavec_app;

-- The counters, in the language whose plans are kept from one call to the next.
CREATE OR REPLACE FUNCTION accompagnement.ajouter_aux_compteurs(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    INSERT INTO accompagnement.compteurs_du_jour AS c (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
    SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes,
           signe * (a.type IN ('Individuel', 'Demarche'))::integer,
           signe * (a.type = 'Collectif')::integer,
           signe * (a.type IN ('Animation', 'Evenement', 'Partenariat'))::integer,
           signe * CASE WHEN a.type = 'Collectif' THEN a.sans_nom + a.suivies ELSE 0 END,
           signe * (a.sans_nom + a.suivies),
           signe * CASE WHEN a.type IN ('Individuel', 'Demarche', 'Collectif') THEN a.duree ELSE 0 END,
           signe * CASE WHEN a.part_avec IS NULL THEN 0 ELSE a.duree END,
           signe * a.duree::bigint * coalesce(a.part_a_la_place, 0),
           signe * a.duree::bigint * coalesce(a.part_avec, 0),
           signe * a.duree::bigint * coalesce(a.part_faire, 0)
    ON CONFLICT (auteur, jour, lieu, organisation, equipes) DO UPDATE SET
        individuels = c.individuels + excluded.individuels, ateliers = c.ateliers + excluded.ateliers, coordinations = c.coordinations + excluded.coordinations,
        participants = c.participants + excluded.participants, accompagnements = c.accompagnements + excluded.accompagnements, minutes = c.minutes + excluded.minutes,
        minutes_de_posture = c.minutes_de_posture + excluded.minutes_de_posture, part_a_la_place = c.part_a_la_place + excluded.part_a_la_place,
        part_avec = c.part_avec + excluded.part_avec, part_faire = c.part_faire + excluded.part_faire;
END $$;
