using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;

namespace FaireAvec.Tests.Support.Accompagnement;

/// <summary>Invented facts and filters, the same for the same seed.</summary>
internal sealed class FaitsAuHasard(int graine)
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]))];
    private static readonly string[] Lieux = ["a", "b", "c"], Communes = ["42218", "69123", "97411"], Departements = ["42", "69", "974"];

    private readonly Random _hasard = new(graine);

    public List<Fait> Faits(int nombre) => [.. Enumerable.Range(0, nombre).Select(_ => Fait())];

    public Fait Fait()
    {
        var type = Un(Enum.GetValues<TypeDActivite>());
        var mediation = type.EstDeMediation();
        var collectif = type == TypeDActivite.Collectif;
        var sansNom = !mediation ? 0 : collectif ? _hasard.Next(0, 30) : _hasard.Next(0, 2);
        Fait fait = new()
        {
            Auteur = Un(Ids),
            Organisation = Un(Ids),
            Equipes = Quelques(Ids, 2),
            Type = type,
            Jour = new DateOnly(2025, 1, 1).AddDays(_hasard.Next(0, 500)),
            Duree = type == TypeDActivite.Partenariat ? 0 : _hasard.Next(1, 1440),
            TypeDeLieu = Peut(Listes.TypesDeLieu.Codes),
            Lieu = Peut(Lieux),
            Commune = Peut(Communes),
            Departement = Peut(Departements),
            Thematiques = mediation ? Quelques([.. Thematiques.Codes], 4) : [],
            MotifALaPlace = Peut(Listes.MotifsALaPlace.Codes),
            Situation = Peut(Listes.Situations.Codes),
            Materiels = Quelques([.. Listes.Materiels.Codes], 2),
            Autonomie = Peut(Listes.Autonomies.Codes),
            Orientee = OuiNon(),
            StructureDeRedirection = Peut(Listes.StructuresDeRedirection.Codes),
            Genre = Peut(Listes.Genres.Codes),
            Age = Peut(Listes.Ages.Codes),
            Statut = Peut(Listes.Statuts.Codes),
            CommuneDeLaPersonne = Peut(Communes),
            DejaAccompagnee = OuiNon(),
            Niveau = Peut(Listes.NiveauxDAtelier.Codes),
            SansNom = sansNom,
            Etiquettes = Quelques(Ids, 2),
            SurRendezVous = _hasard.Next(3) == 0,
            ConseillerNumerique = _hasard.Next(2) == 0,
            Origine = Un(Enum.GetValues<OrigineDActivite>()),
            Effectifs = collectif && _hasard.Next(4) > 0 ? Effectifs.Lire(sansNom, _hasard.Next(0, sansNom + 1), Marge(Listes.Genres, sansNom), Marge(Listes.Ages, sansNom), Marge(Listes.Statuts, sansNom)).Valeur : null,
        };
        if (mediation && _hasard.Next(4) > 0)
        {
            var aLaPlace = _hasard.Next(0, 101);
            fait = fait with { PartALaPlace = aLaPlace, PartAvec = _hasard.Next(0, 101 - aLaPlace) };
        }

        var personnes = mediation ? _hasard.Next(0, collectif ? 5 : 2) : 0;
        return fait with
        {
            Suivies = personnes,
            Personnes = [.. Enumerable.Range(0, personnes).Select(_ => new PersonneDuFait(_hasard.Next(1, 20), Peut(Listes.Genres.Codes), Peut(Listes.Ages.Codes), Peut(Listes.Statuts.Codes)))],
        };
    }

    public FiltreDeFaits Filtre()
    {
        var du = new DateOnly(2025, 1, 1).AddDays(_hasard.Next(-20, 400));
        return new()
        {
            Du = du,
            Au = du.AddDays(_hasard.Next(-10, 400)),
            Auteurs = Parfois(Ids),
            Organisations = Parfois(Ids),
            Equipes = Parfois(Ids),
            Lieux = Parfois(Lieux),
            Communes = Parfois(Communes),
            Departements = Parfois([.. Departements, ""]),
            Etiquettes = Parfois(Ids),
            Personnes = Parfois([1, 2, 3, 4, 5, 6, 7, 8]),
            Types = Parfois(Enum.GetValues<TypeDActivite>()),
            ThematiquesDeMediation = Parfois([.. Thematiques.Mediation.Codes]),
            ThematiquesAdministratives = Parfois([.. Thematiques.Administratives.Codes]),
            TypesDeLieu = Parfois([.. Listes.TypesDeLieu.Codes, "inconnu"]),
            Materiels = Parfois([.. Listes.Materiels.Codes]),
            Origines = Parfois(Enum.GetValues<OrigineDActivite>()),
            TranchesDeDuree = Parfois([0, 1, 2, 3]),
            Demarches = Rare(),
            ConseillerNumerique = Rare(),
            SurRendezVous = Rare(),
        };
    }

    public List<T> Melanger<T>(IEnumerable<T> valeurs)
    {
        T[] melangees = [.. valeurs];
        _hasard.Shuffle(melangees);
        return [.. melangees];
    }

    private T Un<T>(IReadOnlyList<T> valeurs) => valeurs[_hasard.Next(valeurs.Count)];

    private string? Peut(IReadOnlyList<string> codes) => _hasard.Next(4) == 0 ? null : Un(codes);

    private T[] Quelques<T>(T[] valeurs, int au) => [.. Melanger(valeurs).Take(_hasard.Next(0, au + 1))];

    private bool? OuiNon() => _hasard.Next(3) switch { 0 => null, 1 => false, _ => true };

    private bool? Rare() => _hasard.Next(8) switch { 0 => false, 1 => true, _ => null };

    private FrozenSet<T>? Parfois<T>(T[] valeurs) => _hasard.Next(8) == 0 ? Melanger(valeurs).Take(_hasard.Next(1, valeurs.Length + 1)).ToFrozenSet() : null;

    private Dictionary<string, int> Marge(Nomenclature liste, int total) => new() { [liste.Codes[_hasard.Next(liste.Codes.Count - 1)]] = _hasard.Next(0, total + 1) };
}
