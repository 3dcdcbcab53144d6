using System.Xml.Linq;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace FaireAvec.Kernel.Securite;

/// <summary>Data Protection keys in the database, so that every node reads what another one protected; closed by the operator's key.</summary>
internal sealed class ClesEnBase(Base donnees, Lazy<CleOperateur> operateur) : IXmlRepository
{
    // Short writes: the product goes on meanwhile.
    private const int Lot = 1000;

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
            await RefermerAsync(nom, xml, annulation);
        }

        if (cle.Protege)
        {
            await RefermerLesPersonnesAsync(seulementEnClair: true, annulation);
        }

        return !cle.ADire;
    }

    /// <summary>Closes with today's key all that was closed with the one before, or with none. The number of keys closed again. May be cut and begun again: what is done is done.</summary>
    public async Task<(int Protection, int Personnes)> TournerAsync(CancellationToken annulation)
    {
        var aRefermer = new List<(string Nom, string Xml)>();
        await using (var commande = donnees.Application.CreateCommand("SELECT nom, xml FROM noyau.cles_protection"))
        await using (var lignes = await commande.ExecuteReaderAsync(annulation))
        {
            while (await lignes.ReadAsync(annulation))
            {
                if (!operateur.Value.AJour(lignes.GetString(1)))
                {
                    aRefermer.Add((lignes.GetString(0), lignes.GetString(1)));
                }
            }
        }

        foreach (var (nom, garde) in aRefermer)
        {
            await RefermerAsync(nom, garde, annulation);
        }

        return (aRefermer.Count, await RefermerLesPersonnesAsync(seulementEnClair: false, annulation));
    }

    private async Task RefermerAsync(string nom, string garde, CancellationToken annulation)
    {
        await using var commande = donnees.Application.CreateCommand("UPDATE noyau.cles_protection SET xml = $2 WHERE nom = $1 AND xml = $3");
        commande.Parameters.Add(new NpgsqlParameter { Value = nom });
        commande.Parameters.Add(new NpgsqlParameter { Value = operateur.Value.Fermer(operateur.Value.Ouvrir(garde)) });
        commande.Parameters.Add(new NpgsqlParameter { Value = garde });
        await commande.ExecuteNonQueryAsync(annulation);
    }

    private async Task<int> RefermerLesPersonnesAsync(bool seulementEnClair, CancellationToken annulation)
    {
        var cle = operateur.Value;
        await using var connexion = await donnees.Application.OpenConnectionAsync(annulation);
        await ReglagesDAcces.AppliquerAsync(connexion, new ContexteAcces { Role = "systeme:cles" }, annulation);
        var (apres, total) = (Guid.Empty, 0);
        while (true)
        {
            var (personnes, avant, nouvelles) = (new List<Guid>(), new List<byte[]>(), new List<byte[]>());
            var derniere = apres;
            await using (var lecture = new NpgsqlCommand("SELECT personne, cle FROM noyau.cles_a_fermer($1, $2, $3)", connexion))
            {
                lecture.Parameters.Add(new NpgsqlParameter { Value = cle.Debut.ToArray() });
                lecture.Parameters.Add(new NpgsqlParameter { Value = apres });
                lecture.Parameters.Add(new NpgsqlParameter { Value = Lot });
                await using var lignes = await lecture.ExecuteReaderAsync(annulation);
                while (await lignes.ReadAsync(annulation))
                {
                    derniere = lignes.GetGuid(0);
                    var gardee = (byte[])lignes[1];
                    if (seulementEnClair && gardee.Length != ChiffreAesGcm.OctetsDeCle)
                    {
                        continue;
                    }

                    personnes.Add(derniere);
                    avant.Add(gardee);
                    nouvelles.Add(cle.FermerCle(cle.OuvrirCle(gardee)));
                }
            }

            if (derniere == apres)
            {
                return total;
            }

            apres = derniere;
            await using var ecriture = new NpgsqlCommand("SELECT noyau.fermer_cles($1, $2, $3)", connexion);
            ecriture.Parameters.Add(new NpgsqlParameter { Value = personnes.ToArray() });
            ecriture.Parameters.Add(new NpgsqlParameter { Value = avant.ToArray() });
            ecriture.Parameters.Add(new NpgsqlParameter { Value = nouvelles.ToArray() });
            total += (int)(await ecriture.ExecuteScalarAsync(annulation))!;
        }
    }
}
