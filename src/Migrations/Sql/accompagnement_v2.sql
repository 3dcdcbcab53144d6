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
