using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>Writes places one by one in a format: nothing is held but the place that is written. <see cref="Finir"/> closes what the format opens.</summary>
internal abstract class EcritureDeLieux : IDisposable
{
    /// <summary>Why this place can't be written in this format, in French; null when it was written.</summary>
    public abstract string? Ecrire(FicheLieu lieu);

    /// <summary>Ends the file. Nothing is written afterwards.</summary>
    public abstract void Finir();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
