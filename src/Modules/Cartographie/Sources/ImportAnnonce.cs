using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// An import written in the database before its turn comes, so that its page exists at once. Its lock (<see cref="VerrouDImport"/>) is held until this is
/// disposed: if the program stops before, the import is seen as interrupted.
/// </summary>
internal sealed record ImportAnnonce(ImportDeLieux Import, IAsyncDisposable Prise) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Prise.DisposeAsync();
}
