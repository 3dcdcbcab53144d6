using FaireAvec.Kernel.Normes;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Where messages go. Throws <see cref="EnvoiManque"/> when they don't.</summary>
internal interface IPasserelle
{
    /// <param name="id">The same at each try: the gateway sends it once.</param>
    /// <param name="a">To whom.</param>
    /// <param name="texte">What is read.</param>
    /// <param name="annulation">Gives up.</param>
    Task RemettreAsync(Guid id, NumeroDeMobile a, string texte, CancellationToken annulation);
}
