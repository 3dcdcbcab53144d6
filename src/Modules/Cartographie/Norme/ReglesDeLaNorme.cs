namespace FaireAvec.Cartographie.Norme;

/// <summary>The rules of the standard. Those of the columns (NOR-CP-01…) come from its description.</summary>
internal static class ReglesDeLaNorme
{
    public const string ColonneAbsente = "NOR-COL-01";
    public const string ColonneEnDouble = "NOR-COL-02";
    public const string ColonneFacultativeAbsente = "NOR-COL-03";
    public const string ColonneInconnue = "NOR-COL-04";
    public const string OrdreDesColonnes = "NOR-COL-05";
    public const string LigneIllisible = "NOR-LIG-01";
    public const string CelluleVide = "NOR-OBL-01";
    public const string IdentifiantEnDouble = "NOR-ID-01";
    public const string PointVirgule = "NOR-SEP-01";
    public const string LibelleApproche = "NOR-LAB-01";
    public const string ColonneV0 = "NOR-VER-01";
    public const string ValeurV0 = "NOR-VER-02";
    public const string ValeurV0Perdue = "NOR-VER-03";

    /// <summary>All of them, those of the columns included.</summary>
    public static IEnumerable<Regle> Toutes(SchemaDesLieux schema) =>
    [
        new(LigneIllisible, Niveau.Bloquant, "La ligne se lit : autant de cellules que de colonnes, un objet par élément."),
        new(ColonneAbsente, Niveau.Bloquant, "Les colonnes obligatoires sont là."),
        new(ColonneEnDouble, Niveau.Bloquant, "Une colonne n’est là qu’une fois."),
        new(ColonneFacultativeAbsente, Niveau.Avertissement, "Les colonnes facultatives sont là, même vides."),
        new(ColonneInconnue, Niveau.Avertissement, "Toutes les colonnes sont de la norme."),
        new(OrdreDesColonnes, Niveau.Avertissement, "Les colonnes sont dans l’ordre de la norme."),
        new(CelluleVide, Niveau.Bloquant, "Un champ obligatoire est rempli."),
        new(IdentifiantEnDouble, Niveau.Bloquant, "Un identifiant ne sert qu’une fois dans le fichier."),
        .. schema.Colonnes.Where(c => c.Motif is not null || c.Valeurs is not null || c.LongueurMax is not null).Select(c => new Regle(CodeDe(c), Niveau.Bloquant, $"{c.Nom} : {c.Regle}")),
        new(LibelleApproche, Niveau.Avertissement, "Un libellé s’écrit comme dans la norme, à l’apostrophe et à l’espace près."),
        new(PointVirgule, Niveau.Avertissement, "Les valeurs d’une liste sont séparées par « | »."),
        new(ColonneV0, Niveau.Avertissement, "Les colonnes ont leur nom d’aujourd’hui, pas celui des versions 0.x."),
        new(ValeurV0, Niveau.Avertissement, "Les valeurs sont celles d’aujourd’hui : une valeur des versions 0.x est traduite."),
        new(ValeurV0Perdue, Niveau.Avertissement, "Une valeur des versions 0.x sans équivalent est laissée de côté."),
    ];

    public static string CodeDe(ColonneDeLaNorme colonne) => $"NOR-{colonne.Code}-01";
}
