using System.Xml.Linq;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace FaireAvec.Kernel.Securite;

/// <summary>Data Protection keys in the database, so that every node reads what another one protected; closed by the operator's key.</summary>
internal sealed class ClesEnBase(Base donnees, Lazy<CleOperateur> operateur) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var commande = donnees.Application.CreateCommand("SELECT xml FROM noyau.cles_protection");
        using var lignes = commande.ExecuteReader();
        var cles = new List<XElement>();
        while (lignes.Read())
        {
            cles.Add(XElement.Parse(operateur.Value.Ouvrir(lignes.GetString(0))));
        }

        return cles;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var commande = donnees.Application.CreateCommand("INSERT INTO noyau.cles_protection (nom, xml) VALUES ($1, $2)");
        commande.Parameters.AddWithValue(friendlyName);
        commande.Parameters.AddWithValue(operateur.Value.Fermer(element.ToString(SaveOptions.DisableFormatting)));
        commande.ExecuteNonQuery();
    }

    /// <summary>
    /// At the start: every key opens with the operator's, else the start is refused with a sentence (Data Protection would only make a new key, and
    /// nobody would know why forms are refused). Those stored without a key before are closed now. False when the operator gave no key and didn't say
    /// that it is meant.
    /// </summary>
    public async Task<bool> VerifierAsync(CancellationToken annulation)
    {
        // Asked for even when nothing is stored yet: a bad one would fail the first form, not the start.
        var cle = operateur.Value;
        var enClair = new List<(string Nom, string Xml)>();
        await using (var commande = donnees.Application.CreateCommand("SELECT nom, xml FROM noyau.cles_protection"))
        await using (var lignes = await commande.ExecuteReaderAsync(annulation))
        {
            while (await lignes.ReadAsync(annulation))
            {
                var (nom, xml) = (lignes.GetString(0), lignes.GetString(1));
                _ = cle.Ouvrir(xml);
                if (CleOperateur.EnClair(xml) && cle.Protege)
                {
                    enClair.Add((nom, xml));
                }
            }
        }

        foreach (var (nom, xml) in enClair)
        {
            await using var commande = donnees.Application.CreateCommand("UPDATE noyau.cles_protection SET xml = $2 WHERE nom = $1 AND xml = $3");
            commande.Parameters.Add(new NpgsqlParameter { Value = nom });
            commande.Parameters.Add(new NpgsqlParameter { Value = cle.Fermer(xml) });
            commande.Parameters.Add(new NpgsqlParameter { Value = xml });
            await commande.ExecuteNonQueryAsync(annulation);
        }

        return !cle.ADire;
    }
}
