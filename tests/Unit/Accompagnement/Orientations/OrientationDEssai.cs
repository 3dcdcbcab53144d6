using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>An orientation of the usual kind: each test changes what it looks at.</summary>
internal static class OrientationDEssai
{
    public static readonly DateTimeOffset Maintenant = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    public static ReceveurVu Ouvert { get; } = new(Existe: true, Competent: true, Suspendu: false, Libres: 3);

    public static AccordDOrientation Oui { get; } = new(PartieAUnMandat.Personne, Maintenant, FormeDAccord.Oral, "CE");

    public static IReadOnlyList<PartieAUnMandat> Seule { get; } = [PartieAUnMandat.Personne];

    public static Orientation Proposee(int rang = 0) => new()
    {
        Id = Guid.CreateVersion7(Maintenant),
        Besoin = Guid.Empty,
        Code = BesoinsDOrientation.Apprendre,
        Reference = "K7P2RW",
        Auteur = Guid.Empty,
        Organisation = Guid.Empty,
        Rang = rang,
        Lieu = "essai",
        Metier = Metier.MediationNumerique,
        Urgent = false,
        ProposeeLe = Maintenant,
        EtatDepuis = Maintenant,
    };

    public static Orientation Envoyee(bool retour = true)
    {
        var orientation = Proposee();
        Assert.True(orientation.Accepter([Oui], Seule, retour, Maintenant).Reussi);
        Assert.True(orientation.Envoyer(Ouvert, Maintenant).Reussi);
        return orientation;
    }

    public static BesoinExprime Besoin() => new() { Id = Guid.CreateVersion7(Maintenant), Auteur = Guid.Empty, Organisation = Guid.Empty, Reference = "K7P2RW", Code = BesoinsDOrientation.Apprendre, Ligne = 8, Urgent = false, CreeLe = Maintenant };
}
