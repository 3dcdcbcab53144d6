using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Npgsql;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>An act that is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Nouvelle">False when the same had been sent before: nothing was written.</param>
internal sealed record ActiviteGardee(Guid Id, bool Nouvelle);

/// <summary>
/// Records an act: checks it, then writes it with its people, its note, its journal, its event and the counters of the day in one transaction and one
/// round trip. The id comes from who sends: sent twice, it is kept once.
/// </summary>
internal sealed class EnregistrerActivite(EcritureDirecte ecriture, IEmplois emplois, ReperesDesLieux lieux, EtiquettesPermises etiquettes, CloturesDesOrganisations clotures, TimeProvider horloge)
{
    /// <summary>State of the database when a day would have more than 24 hours.</summary>
    public const string JourneeTropPleine = "FA003";

    private static readonly Role[] RolesQuiNotent = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];

    /// <summary>What the rules say of an act, without writing anything.</summary>
    public async Task<Resultat<ActiviteVerifiee>> VerifierAsync(SaisieDActivite saisie, Guid? id, Guid auteur, Guid organisation, OrigineDActivite origine, CancellationToken annulation, RegistreAJoindre? registre = null)
    {
        if (id == Guid.Empty)
        {
            return ErreursActivites.IdFaux;
        }

        var maintenant = horloge.GetUtcNow();
        var jour = saisie.Date ?? JourDeParis.De(maintenant);
        if (await emplois.LeJourAsync(auteur, organisation, jour, annulation) is not { } emploi
            || (jour >= emploi.PremierJour && !emploi.Roles.Any(RolesQuiNotent.Contains) && origine != OrigineDActivite.Import))
        {
            return ErreursActivites.MediateurInconnu;
        }

        return VerificationDActivite.Verifier(
            saisie,
            new ContexteDeSaisie
            {
                Id = id ?? Identifiants.Nouveau(horloge),
                Auteur = auteur,
                Organisation = organisation,
                Equipes = emploi.Equipes,
                ConseillerNumerique = emploi.Roles.Contains(Role.ConseillerNumerique),
                Maintenant = maintenant,
                Aujourdhui = lieux.Jour(emploi.CommuneDuSiege, maintenant),
                PremierJour = emploi.PremierJour,
                Origine = origine,
                Etiquettes = await etiquettes.LireAsync(auteur, organisation, emploi.Equipes, saisie.Etiquettes, annulation),
                Lieu = lieux.Lieu,
                Commune = lieux.Commune,
                Siege = lieux.Commune(emploi.CommuneDuSiege),
                Registre = registre,
            },
            DocumentDActivite.Empreinte(saisie));
    }

    public async Task<Resultat<ActiviteGardee>> ExecuterAsync(SaisieDActivite saisie, Guid? id, Guid auteur, Guid organisation, OrigineDActivite origine, CancellationToken annulation, RegistreAJoindre? registre = null)
    {
        var verifiee = await VerifierAsync(saisie, id, auteur, organisation, origine, annulation, registre);
        return verifiee.Reussi ? await EcrireAsync(verifiee.Valeur, annulation) : Resultat<ActiviteGardee>.Echec(verifiee.Erreurs);
    }

    /// <summary>The note and the people have rows of their own; most acts have neither.</summary>
    private static string? Joint(ActiviteVerifiee verifiee) => verifiee.Note is null && verifiee.Personnes.Count == 0 ? null : JsonSerializer.Serialize(new { note = verifiee.Note, personnes = verifiee.Personnes });

    private async Task<Resultat<ActiviteGardee>> EcrireAsync(ActiviteVerifiee verifiee, CancellationToken annulation)
    {
        var activite = verifiee.Activite;
        try
        {
            var issue = await ecriture.AppelerAsync(
                "accompagnement.enregistrer",
                activite.Id,
                DocumentDActivite.Ecrire(activite),
                Joint(verifiee),
                new ActiviteEnregistree(activite.Id, activite.Jour, activite.Organisation),
                annulation);
            return issue switch
            {
                "ecrite" => new ActiviteGardee(activite.Id, Nouvelle: true),
                "deja" => new ActiviteGardee(activite.Id, Nouvelle: false),
                _ => ErreursActivites.IdDejaPris,
            };
        }
        catch (PostgresException e) when (e.SqlState == "FA001" || (e.SqlState == PostgresErrorCodes.InsufficientPrivilege && verifiee.Personnes.Count > 0))
        {
            return ErreursActivites.PersonneInconnue;
        }
        catch (PostgresException e) when (e.SqlState == JourneeTropPleine)
        {
            return ErreursActivites.JourneeTropPleine;
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_activites_rendez_vous" })
        {
            return ErreursActivites.RendezVousDejaNote;
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_activites_registre" })
        {
            return ErreursRegistres.DejaNote;
        }
        catch (PostgresException e) when (e.SqlState == CloturesDesOrganisations.CodeSql)
        {
            return await clotures.RefusAsync(activite.Organisation, annulation);
        }
    }
}
