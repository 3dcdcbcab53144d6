using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>What a mail that waits holds.</summary>
internal sealed record ContenuDeLettre
{
    /// <summary>Recipient's address.</summary>
    public required string A { get; init; }

    public string Objet { get; init; } = "";

    public string Texte { get; init; } = "";

    /// <summary>For a link: where it leads.</summary>
    public string? Site { get; init; }

    /// <summary>For a link: hash of the cookie of the browser that asks.</summary>
    public byte[]? Navigateur { get; init; }

    /// <summary>For a link: hash of the cookie of a browser that may be known.</summary>
    public byte[]? Appareil { get; init; }

    public bool PostePartage { get; init; }

    public string? Retour { get; init; }
}

/// <summary>Where mails are left, in the transaction of what they tell; they leave right after, outside the request.</summary>
internal sealed class Poste(IDataProtectionProvider protection, TimeProvider horloge)
{
    private readonly IDataProtector _enveloppe = protection.CreateProtector("FaireAvec.Comptes.Lettre");

    /// <summary>Leaves a mail; the caller saves.</summary>
    public void Deposer(FaireAvecDb db, NatureDeLettre nature, ContenuDeLettre contenu, TimeSpan duree)
    {
        var maintenant = horloge.GetUtcNow();
        var lettre = new Lettre
        {
            Id = Identifiants.Nouveau(horloge),
            Nature = nature,
            Contenu = _enveloppe.Protect(JsonSerializer.SerializeToUtf8Bytes(contenu)),
            DeposeeLe = maintenant,
            ExpireLe = maintenant + duree,
        };
        db.Add(lettre);
        db.Publier(new LettreDeposee(lettre.Id));
    }

    /// <summary>Leaves a mail whose words are known.</summary>
    public void Deposer(FaireAvecDb db, string a, (string Objet, string Texte) lettre) =>
        Deposer(db, NatureDeLettre.Ecrite, new ContenuDeLettre { A = a, Objet = lettre.Objet, Texte = lettre.Texte }, TimeSpan.FromHours(20));

    public ContenuDeLettre Ouvrir(byte[] contenu) => JsonSerializer.Deserialize<ContenuDeLettre>(_enveloppe.Unprotect(contenu))!;
}
