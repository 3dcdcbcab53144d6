namespace FaireAvec.Kernel.Normes;

/// <summary>Kinds of telephone numbers. The words of the output are the values in lower case.</summary>
public enum TypeTelephone
{
    /// <summary>01 to 05 and 09, and the landlines of the overseas collectivities: the price of a local call.</summary>
    Fixe,

    /// <summary>06, 07, and overseas mobiles: most often somebody's own telephone.</summary>
    Mobile,

    /// <summary>08: free, shared or with a surcharge.</summary>
    Special,

    /// <summary>Short numbers: 15, 115, 3939, 1023, 118 218, 116 117.</summary>
    Court,

    /// <summary>A number of another country.</summary>
    International,
}
