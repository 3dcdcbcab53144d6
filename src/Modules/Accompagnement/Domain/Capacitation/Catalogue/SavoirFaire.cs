namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>One concrete thing that one learns to do, in the person's words.</summary>
/// <param name="Code">Stable; levels are kept under it. Never used again for something else.</param>
/// <param name="Domaine">Code of <see cref="DomainesDuNumerique"/>.</param>
/// <param name="Libelle">In French.</param>
/// <param name="LibelleEn">In English.</param>
/// <param name="Digcomp">Competences of DigComp 2.2.</param>
/// <param name="Competences">Among the sixteen of the French framework.</param>
/// <param name="Poids">Its weight in the gain.</param>
/// <param name="Scenarios">Practice scenarios that train it.</param>
internal sealed record SavoirFaire(
    string Code,
    string Domaine,
    string Libelle,
    string LibelleEn,
    IReadOnlyList<string> Digcomp,
    IReadOnlyList<string> Competences,
    int Poids,
    IReadOnlyList<string> Scenarios);
