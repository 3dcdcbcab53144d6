using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Our own tables under the framework's passkeys. Scoped: reads and writes under the rights of its scope, which is the one of signing in. It saves
/// nothing by itself: the caller does, with the rest.
/// </summary>
internal sealed class MagasinDeCles(FaireAvecDb db, TimeProvider horloge) : IUserPasskeyStore<Titulaire>
{
    public Task<string> GetUserIdAsync(Titulaire user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Titulaire user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Courriel);

    public Task<string?> GetNormalizedUserNameAsync(Titulaire user, CancellationToken cancellationToken) => Task.FromResult(Courriels.Cle(user.Courriel));

    public async Task<Titulaire?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? await db.Set<Compte>().Where(c => c.Id == id && c.Etat == EtatDeCompte.Actif).Select(c => new Titulaire(c.Id, c.Courriel)).SingleOrDefaultAsync(cancellationToken)
            : null;

    public async Task<Titulaire?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await db.Set<Compte>().Where(c => c.CleDuCourriel == normalizedUserName && c.Etat == EtatDeCompte.Actif).Select(c => new Titulaire(c.Id, c.Courriel)).SingleOrDefaultAsync(cancellationToken);

    public async Task AddOrUpdatePasskeyAsync(Titulaire user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var cle = await db.Set<CleDAcces>().SingleOrDefaultAsync(c => c.Compte == user.Id && c.Identifiant == passkey.CredentialId, cancellationToken);
        if (cle is not null)
        {
            (cle.Signatures, cle.PersonneVerifiee, cle.Copiee, cle.UtiliseeLe) = (passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp, horloge.GetUtcNow());
            return;
        }

        db.Add(new CleDAcces
        {
            Id = Identifiants.Nouveau(horloge),
            Compte = user.Id,
            Identifiant = passkey.CredentialId,
            ClePublique = passkey.PublicKey,
            Signatures = passkey.SignCount,
            Transports = passkey.Transports ?? [],
            PersonneVerifiee = passkey.IsUserVerified,
            Copiable = passkey.IsBackupEligible,
            Copiee = passkey.IsBackedUp,
            Nom = passkey.Name ?? "",
            CreeeLe = horloge.GetUtcNow(),
        });
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Titulaire user, CancellationToken cancellationToken) =>
        [.. (await db.Set<CleDAcces>().AsNoTracking().Where(c => c.Compte == user.Id).ToListAsync(cancellationToken)).Select(Traduire)];

    public async Task<Titulaire?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => await (
        from cle in db.Set<CleDAcces>()
        join c in db.Set<Compte>() on cle.Compte equals c.Id
        where cle.Identifiant == credentialId
        select new Titulaire(c.Id, c.Courriel)).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Titulaire user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Set<CleDAcces>().AsNoTracking().SingleOrDefaultAsync(c => c.Compte == user.Id && c.Identifiant == credentialId, cancellationToken) is { } cle ? Traduire(cle) : null;

    public Task RemovePasskeyAsync(Titulaire user, byte[] credentialId, CancellationToken cancellationToken) => throw Refus();

    public Task SetUserNameAsync(Titulaire user, string? userName, CancellationToken cancellationToken) => throw Refus();

    public Task SetNormalizedUserNameAsync(Titulaire user, string? normalizedName, CancellationToken cancellationToken) => throw Refus();

    public Task<IdentityResult> CreateAsync(Titulaire user, CancellationToken cancellationToken) => throw Refus();

    public Task<IdentityResult> UpdateAsync(Titulaire user, CancellationToken cancellationToken) => throw Refus();

    public Task<IdentityResult> DeleteAsync(Titulaire user, CancellationToken cancellationToken) => throw Refus();

    public void Dispose()
    {
        // The context belongs to the scope.
    }

    private static UserPasskeyInfo Traduire(CleDAcces cle) =>
        new(cle.Identifiant, cle.ClePublique, cle.CreeeLe, (uint)cle.Signatures, cle.Transports, cle.PersonneVerifiee, cle.Copiable, cle.Copiee, [], []) { Name = cle.Nom };

    private static NotSupportedException Refus() => new("Accounts are changed by the module, not by the framework's passkeys.");
}
