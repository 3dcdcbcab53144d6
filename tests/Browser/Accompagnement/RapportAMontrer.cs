using System.Text.Json;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>A report of the médiateur of the demonstration, under an id that pages.txt knows, and shared by a link.</summary>
internal static class RapportAMontrer
{
    /// <summary>In an address: the token of the link.</summary>
    public const string Jeton = "{rapport}";

    private static readonly Guid Id = Guid.Parse("01a21000-0000-7000-8000-0000000000d1");
    private static readonly Guid Partage = Guid.Parse("01a21000-0000-7000-8000-0000000000d2");

    public static Task<string> JetonAsync(ApplicationDeTest site) => site.DansAsync(s => s.GetRequiredService<JetonsDeRapports>().DonnerAsync(Partage, CancellationToken.None), "systeme:taches");

    public static Task<int> PreparerAsync(ApplicationDeTest site)
    {
        var camille = Personas.Toutes.Single(p => p.Role == Role.Mediateur);
        var (compte, organisation, maintenant) = (camille.Id, Personas.IdDOrganisation(camille.Organisation), site.Horloge.Instant);
        var demande = new DemandeDeStatistiques { Du = new(2026, 9, 1), Au = new(2026, 10, 31), Pas = "mois" };
        var indicateurs = new Indicateurs();
        Denombrement.Ajouter(indicateurs, BlocDeFaits.De(Enumerable.Range(0, 40).Select(i => new Fait
        {
            Auteur = compte,
            Organisation = organisation,
            Type = TypeDActivite.Individuel,
            Jour = demande.Du.AddDays(i),
            Duree = 30 + i,
            TypeDeLieu = Listes.LieuActivite,
            Lieu = Personas.LieuDeLaMediatheque,
            Commune = "42218",
            Departement = "42",
            Thematiques = ["email", "bureautique"],
            PartALaPlace = 10,
            PartAvec = 60,
            Genre = i % 4 == 0 ? "masculin" : "feminin",
            SansNom = 1,
            Origine = OrigineDActivite.Saisie,
        })), new FiltreDeFaits { Du = demande.Du, Au = demande.Au });
        string Blocs(Masquage masquage) => JsonSerializer.Serialize(
            new BlocsDeStatistiques(new Chiffres(indicateurs, new Indicateurs(), 0), demande, NiveauDePerimetre.Mediateur, masquage, new NomsDesChiffres(l => l, c => c, d => d), 30).Tous(), EnJson.Options);
        var rapport = new Rapport
        {
            Id = Id,
            Auteur = compte,
            Organisation = organisation,
            Niveau = NiveauDePerimetre.Mediateur,
            DeQui = "Les activités d’une personne",
            Titre = "Bilan d’essai de la rentrée",
            Commentaire = "Deux ateliers de plus que l’an dernier.\nLa salle a été fermée une semaine.",
            Du = demande.Du,
            Au = demande.Au,
            Choisi = "",
            Blocs = Blocs(Masquage.Aucun),
            BlocsPourTous = Blocs(Masquage.Tout),
            CalculeLe = maintenant,
        };
        rapport.Partager(Partage, maintenant.AddDays(90));
        return site.DansAsync(async s =>
        {
            var acces = s.GetRequiredService<ContexteAcces>();
            (acces.Compte, acces.Organisation) = (compte.ToString(), organisation.ToString());
            var db = s.GetRequiredService<FaireAvecDb>();
            db.Add(rapport);
            return await db.SaveChangesAsync();
        }, "mediateur");
    }
}
