using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Demonstration;

/// <summary>An invented person, one for each role, with the invented organisation that they work for.</summary>
/// <param name="Role">Their role.</param>
/// <param name="Prenom">Their first name; the last name is « Exemple » for all.</param>
/// <param name="Organisation">Key of their organisation in <see cref="Personas.Organisations"/>.</param>
/// <param name="Departements">The départements of their territory.</param>
internal sealed record Persona(Role Role, string Prenom, string Organisation, params string[] Departements)
{
    public Guid Id => Personas.IdDe($"compte:{Role.Cle()}");

    public string Courriel => $"{Role.Cle().Replace('_', '-')}@example.org";
}

/// <summary>The people of the demonstration. Plainly invented; their ids never change, so that tests and papers may name them.</summary>
internal static class Personas
{
    /// <summary>For how long they have held their roles when the demonstration begins.</summary>
    public const int AncienneteEnJours = 120;

    public const string NomDeFamille = "Exemple";
    public const string Mediatheque = "mediatheque";
    public const string Association = "association";

    /// <summary>Where the invented library receives: a place of the shipped map.</summary>
    public const string LieuDeLaMediatheque = "hinaura_463";

    public static IReadOnlyList<Persona> Toutes { get; } =
    [
        new(Role.Mediateur, "Camille", Mediatheque),
        new(Role.ConseillerNumerique, "Sacha", Mediatheque),
        new(Role.Coordinateur, "Dominique", "departement", "42"),
        new(Role.Aidant, "Alix", Mediatheque),
        new(Role.Referent, "Claude", Mediatheque),
        new(Role.GestionnaireStructure, "Maxime", Mediatheque),
        new(Role.GestionnaireDepartement, "Andrea", "departement", "42"),
        new(Role.GestionnaireRegion, "Charlie", "region", "01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"),
        new(Role.GestionnaireReseau, "Noa", "reseau"),
        new(Role.Instructeur, "Morgan", "etat"),
        new(Role.Payeur, "Lou", "etat"),
        new(Role.Controleur, "Sam", "etat"),
        new(Role.AdministrateurNational, "Ariel", "nationale"),
        new(Role.Support, "Eden", "nationale"),
        new(Role.Auditeur, "Yaël", "nationale"),
        new(Role.GestionnaireDonnees, "Ange", "hub"),
        new(Role.Financeur, "Swann", "fondation"),
    ];

    /// <summary>Key, name, nature, category, INSEE code, département, head of its network.</summary>
    public static IReadOnlyList<(string Cle, string Nom, NatureOrganisation Nature, CategorieOrganisation Categorie, string Insee, string Departement, string? Reseau)> Organisations { get; } =
    [
        ("reseau", "Réseau des médiathèques Exemple", NatureOrganisation.Privee, CategorieOrganisation.Association, "69123", "69", null),
        (Mediatheque, "Médiathèque Exemple", NatureOrganisation.Publique, CategorieOrganisation.Commune, "42218", "42", "reseau"),
        (Association, "Association Exemple d’Aurillac", NatureOrganisation.Privee, CategorieOrganisation.Association, "15014", "15", null),
        ("departement", "Département Exemple", NatureOrganisation.Publique, CategorieOrganisation.Departement, "42218", "42", null),
        ("region", "Région Exemple", NatureOrganisation.Publique, CategorieOrganisation.Region, "69123", "69", null),
        ("etat", "Service instructeur Exemple", NatureOrganisation.Publique, CategorieOrganisation.Etat, "75056", "75", null),
        ("nationale", "Équipe nationale Exemple", NatureOrganisation.Publique, CategorieOrganisation.Etat, "75056", "75", null),
        ("hub", "Hub Exemple", NatureOrganisation.Privee, CategorieOrganisation.EconomieSociale, "69123", "69", null),
        ("fondation", "Fondation Exemple", NatureOrganisation.Privee, CategorieOrganisation.Autre, "75056", "75", null),
    ];

    /// <summary>The same id for the same key, everywhere.</summary>
    public static Guid IdDe(string cle) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"faireavec:demonstration:{cle}")).AsSpan(0, 16), bigEndian: true);

    public static Guid IdDOrganisation(string cle) => IdDe($"organisation:{cle}");

    /// <summary>The team that the coordinator has, with the médiateur and the conseiller in it.</summary>
    public static Guid Equipe => IdDe("equipe");

    /// <summary>The persona of a role as an address writes it: « gestionnaire_structure », « gestionnaire-structure », « administrateur_national ».</summary>
    public static Persona? Lire(string? role)
    {
        var cle = role?.ToLowerInvariant().Replace('-', '_');
        return Toutes.FirstOrDefault(p => p.Role.Cle() == cle || (p.Role == Role.AdministrateurNational && cle == "administrateur_national"));
    }

    /// <summary>Adds whoever is missing; changes nobody who is there.</summary>
    public static async Task AjouterAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        // They have worked for a while: what they did last week can be told.
        var debut = maintenant.AddDays(-AncienneteEnJours);
        var connues = await db.Set<Organisation>().Where(o => o.Demonstration).Select(o => o.Id).ToListAsync(annulation);
        db.AddRange(Organisations.Where(o => !connues.Contains(IdDOrganisation(o.Cle))).Select(o => new Organisation
        {
            Id = IdDOrganisation(o.Cle),
            Nom = o.Nom,
            TypeIdentification = TypeIdentification.Interne,
            Numero = $"EXEMPLE{o.Cle.ToUpperInvariant()}",
            MotifIdentification = "Organisation inventée pour la démonstration",
            Nature = o.Nature,
            Categorie = o.Categorie,
            CodeInsee = o.Insee,
            Departement = o.Departement,
            Reseau = o.Reseau is null ? null : IdDOrganisation(o.Reseau),
            CreeeLe = maintenant,
            Demonstration = true,
        }));
        var presents = await db.Set<Compte>().Where(c => c.Demonstration).Select(c => c.Id).ToListAsync(annulation);
        foreach (var p in Toutes.Where(p => !presents.Contains(p.Id)))
        {
            db.Add(new Compte
            {
                Id = p.Id,
                Courriel = p.Courriel,
                CleDuCourriel = p.Courriel,
                Prenom = p.Prenom,
                Nom = NomDeFamille,
                Statut = StatutDAidant.Salarie,
                CreeLe = maintenant,
                Demonstration = true,
            });
            db.Add(new Appartenance { Id = IdDe($"appartenance:{p.Role.Cle()}"), Compte = p.Id, Organisation = IdDOrganisation(p.Organisation), Role = p.Role, Debut = debut, Departements = p.Departements });
        }

        if (!await db.Set<Equipe>().AnyAsync(e => e.Id == Equipe, annulation))
        {
            db.Add(new Equipe { Id = Equipe, Organisation = IdDOrganisation("departement"), Nom = "Équipe Exemple", CreeeLe = maintenant });
            foreach (var role in new[] { Role.Coordinateur, Role.Mediateur, Role.ConseillerNumerique })
            {
                db.Add(new MembreDEquipe { Id = IdDe($"membre:{role.Cle()}"), Equipe = Equipe, Compte = IdDe($"compte:{role.Cle()}"), Coordonne = role == Role.Coordinateur, Debut = debut });
            }
        }

        // Without it, the médiateur has no place to choose. Whoever took it away in the demonstration keeps it away.
        if (!connues.Contains(IdDOrganisation(Mediatheque)))
        {
            db.Add(new LieuDOrganisation { Organisation = IdDOrganisation(Mediatheque), Lieu = LieuDeLaMediatheque, AjouteLe = maintenant });
        }

        await AccepterAsync(db, horloge, annulation);
        await db.SaveChangesAsync(annulation);
    }

    // Invented people read nothing: they have accepted all the versions, those to come too, so that each page shows at one click.
    private static async Task AccepterAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var ids = Toutes.Select(p => p.Id).ToList();
        var acceptees = (await db.Set<AcceptationDesConditions>().Where(a => ids.Contains(a.Compte)).Select(a => new { a.Compte, a.Version }).ToListAsync(annulation)).Select(a => (a.Compte, a.Version)).ToHashSet();
        foreach (var version in VersionsDesConditions.DuProduit().Toutes)
        {
            db.AddRange(Toutes.Where(p => !acceptees.Contains((p.Id, version.Cle))).Select(p => ConditionsDUtilisation.Preuve(p.Id, version, horloge)));
        }
    }
}
