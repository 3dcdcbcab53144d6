using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The five domains of INSEE's survey on digital skills.</summary>
internal static class DomainesDuNumerique
{
    public static Nomenclature Tous { get; } = new(
        ("information", "S’informer"),
        ("communication", "Communiquer"),
        ("logiciels", "Se servir des logiciels"),
        ("vie_privee", "Protéger sa vie privée"),
        ("resolution_de_problemes", "Résoudre des problèmes"));
}
