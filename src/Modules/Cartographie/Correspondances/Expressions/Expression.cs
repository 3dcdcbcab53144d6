namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>
/// What gives the value of a field from the columns of a row: any number of texts, none when the row says nothing. Expressions hold one another; the
/// whole tree is made once, when the document is read.
/// </summary>
internal abstract class Expression
{
    protected static readonly string[] Rien = [];

    /// <summary>Where it is in the document (« champs.services.table »).</summary>
    public required string Chemin { get; init; }

    /// <summary>Its rank among the rules that are counted.</summary>
    public required int Numero { get; init; }

    /// <summary>Why what it gives is deduced, not said by the source; null otherwise.</summary>
    public string? Deduit { get; init; }

    /// <summary>The expressions and conditions inside.</summary>
    public virtual IEnumerable<Expression> Enfants => [];

    /// <summary>The columns that it names itself.</summary>
    public virtual IEnumerable<string> Colonnes => [];

    /// <summary>The texts that it writes itself, whatever the row: checked against the closed lists when the document is read.</summary>
    public virtual IEnumerable<string> Constantes => [];

    /// <summary>True when texts of the row can come out as they are.</summary>
    public virtual bool RecopieLaLigne => Enfants.Any(e => e.RecopieLaLigne);

    /// <summary>The texts for this row.</summary>
    public string[] Evaluer(LigneLue ligne)
    {
        var valeurs = Calculer(ligne);
        if (valeurs.Length > 0)
        {
            ligne.Toucher(Numero);
            if (Deduit is not null)
            {
                ligne.Deduire(Deduit);
            }
        }

        return valeurs;
    }

    protected abstract string[] Calculer(LigneLue ligne);

    /// <summary>The expression and all those inside.</summary>
    public IEnumerable<Expression> Toutes() => Enfants.SelectMany(e => e.Toutes()).Prepend(this);
}
