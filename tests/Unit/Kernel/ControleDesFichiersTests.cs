using System.IO.Compression;
using System.Text;
using FaireAvec.Kernel.Fichiers;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>A file is what its first bytes say.</summary>
public sealed class ControleDesFichiersTests
{
    [Theory]
    [InlineData("id,nom\n1,Médiathèque\n", TypeDeFichier.Texte)]
    [InlineData("{\"a\":1}", TypeDeFichier.Texte)]
    [InlineData("MZ,nom\n1,x\n", TypeDeFichier.Texte)]
    [InlineData("<?xml version=\"1.0\"?><donnees/>", TypeDeFichier.Texte)]
    [InlineData("<?xml version=\"1.0\"?><svg onload=\"x\"/>", TypeDeFichier.PageActive)]
    [InlineData("\ufeff  <!DOCTYPE html><html>", TypeDeFichier.PageActive)]
    [InlineData("<!-- x --><script>alert(1)</script>", TypeDeFichier.PageActive)]
    [InlineData("<?php system('x');", TypeDeFichier.PageActive)]
    [InlineData("#!/bin/sh\nrm -rf /", TypeDeFichier.Programme)]
    [InlineData("MZ\0\u0003programme", TypeDeFichier.Programme)]
    [InlineData("\u007fELF\0\0", TypeDeFichier.Programme)]
    [InlineData("%PDF-1.7\n", TypeDeFichier.Pdf)]
    [InlineData("PK\u0003\u0004tronqué", TypeDeFichier.Zip)]
    [InlineData("RIFF0000WEBPVP8 ", TypeDeFichier.Webp)]
    [InlineData("a\0b", TypeDeFichier.Inconnu)]
    public void Le_contenu_dit_ce_que_c_est(string contenu, TypeDeFichier attendu)
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(contenu));
        Assert.Equal(attendu, ControleDesFichiers.Reconnaitre(flux));
        Assert.Equal(0, flux.Position);
    }

    [Fact]
    public void Une_archive_abimee_recue_d_un_formulaire_reste_une_archive()
    {
        var entiere = Archive("[Content_Types].xml", "xl/workbook.xml").ToArray();
        var hasard = new Random(3);
        for (var n = 0; n < 500; n++)
        {
            var octets = n == 0 ? "PK\u0003\u0004court"u8.ToArray() : entiere[..hasard.Next(8, entiere.Length + 1)];
            for (var k = hasard.Next(4); n > 0 && k > 0; k--)
            {
                octets[hasard.Next(4, octets.Length)] = (byte)hasard.Next(256);
            }

            using var flux = new FormFile(new MemoryStream(octets), 0, octets.Length, "fichier", "fichier.xlsx").OpenReadStream();
            Assert.Contains(ControleDesFichiers.Reconnaitre(flux), (TypeDeFichier[])[TypeDeFichier.Zip, TypeDeFichier.Classeur]);
            Assert.Equal(0, flux.Position);
        }
    }

    [Fact]
    public void Le_texte_en_utf16_est_du_texte() => Assert.Equal(TypeDeFichier.Texte, ControleDesFichiers.Reconnaitre(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id;nom")])));

    [Fact]
    public void Un_classeur_se_reconnait_parmi_les_archives()
    {
        Assert.Equal(TypeDeFichier.Classeur, ControleDesFichiers.Reconnaitre(Archive("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Equal(TypeDeFichier.Zip, ControleDesFichiers.Reconnaitre(Archive("lisez-moi.txt")));
    }

    [Theory]
    [InlineData("", "NOY-001")]
    [InlineData("123456789", "NOY-002")]
    [InlineData("<html>", "NOY-003")]
    [InlineData("%PDF-1", "NOY-003")]
    public void Un_refus_se_dit(string contenu, string code)
    {
        // A page is never accepted, even by somebody who asks for it.
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(contenu));
        Assert.Equal(code, ControleDesFichiers.Controler(flux, TypeDeFichier.Texte | TypeDeFichier.PageActive, 8, "Fichier").Erreur!.Code);
    }

    private static MemoryStream Archive(params string[] noms)
    {
        var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var nom in noms)
            {
                archive.CreateEntry(nom);
            }
        }

        flux.Position = 0;
        return flux;
    }
}
